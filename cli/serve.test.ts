import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Launched } from '../hosting/launch.ts'
import { desk, type Running } from './kepuri.fixture.ts'

const at = desk()

/** What the app says of itself once it runs. */
async function launched(running: Running): Promise<Launched> {
  let out = ''
  running.process.stdout?.on('data', (data: Buffer) => (out += data.toString('utf8')))
  for (let turn = 0; !out.endsWith('}\n'); turn += 1) {
    if (turn > 2000) throw new Error('it never started')
    await wait(10)
  }
  return Launched.parse(JSON.parse(out))
}
const serve = (...words: string[]) => at.start(['serve', '--no-open', '--json', ...words], at.path('数据'))

// Windows knows no signals that a program could answer to.
describe.skipIf(process.platform === 'win32')('kepuri serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('runs until %s, and ends with 0', async (signal) => {
    const running = serve('--out', '包')
    const { address, dataDir, out, pid } = await launched(running)
    expect({ dataDir, out, pid }).toEqual({
      dataDir: at.path('数据'),
      out: at.path('包'),
      pid: running.process.pid,
    })
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    running.process.kill(signal)
    const ended = await running.ended
    expect(ended.code).toBe(0)
    expect(ended.err).toContain('请在浏览器里使用')
    await expect(fetch(address)).rejects.toThrow()
  })

  it('a second time tells where it runs already, and ends with 0', async () => {
    const first = serve()
    const told = await launched(first)
    const second = await serve('--out', '别处').ended
    expect(second.code).toBe(0)
    expect(JSON.parse(second.out)).toEqual(told)
    expect(second.err).toBe(`报送助手已经在运行，地址是：\n${told.address}\n`)
    first.process.kill('SIGINT')
    await first.ended
  })

  it('that was killed leaves a lock that the next takes over', async () => {
    const first = serve()
    const { address } = await launched(first)
    first.process.kill('SIGKILL')
    await first.ended
    const next = serve()
    expect((await launched(next)).address).not.toBe(address)
    next.process.kill('SIGINT')
    expect((await next.ended).code).toBe(0)
  })

  it('of several that start at once over a dead one, one runs and the others tell where', async () => {
    const dead = serve()
    await launched(dead)
    dead.process.kill('SIGKILL')
    await dead.ended
    const all = Array.from({ length: 4 }, () => serve())
    const told = await Promise.all(all.map(launched))
    expect(new Set(told.map(({ address }) => address)).size).toBe(1)
    const runs = all.filter(({ process: { pid } }) => pid === told[0]?.pid)
    expect(runs).toHaveLength(1)
    runs[0]?.process.kill('SIGINT')
    expect((await Promise.all(all.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0, 0, 0])
  })

  it('says in a line that a port is taken, and leaves no lock', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await at.refuses(['serve', '--no-open', '--port', String(port)], 2, /^端口 \d+ 正被别的程序使用；/)
    other.close()
    const next = at.start(['serve', '--no-open', '--json', '--port', String(port)])
    expect((await launched(next)).port).toBe(port)
    next.process.kill('SIGINT')
    await next.ended
  })

  it('says in a line that the desktop has the same data folder open', async () => {
    await at.folder('数据')
    await at.write('数据/launch.json', JSON.stringify({ app: 'desktop', pid: process.pid }))
    const { code, err } = await serve().ended
    expect(code).toBe(2)
    expect(err).toBe('报送助手的窗口正开着，请在那个窗口里使用；要在浏览器里打开，请先关掉它。\n')
  })

  it.each(['x', '-1', '65536', '80.5', '0x50'])('takes no port %s', async (port) => {
    await at.refuses(['serve', `--port=${port}`], 2, /^选项 --port 要写 0 到 65535 之间的整数/)
  })
})
