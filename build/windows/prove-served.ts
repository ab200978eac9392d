import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Machine } from './machine.ts'

const Launched = z.object({ address: z.string(), port: z.number().int() })
/** Starting Node, its engine and the first answer under Wine. */
const patience = 60_000

/**
 * Starts the window's host on Windows' Node: the engine is a process of its own there, is asked, killed, and replaced.
 *
 * @returns what was seen, a line each
 * @throws Error where something of it does not happen
 */
export async function proveServed(windows: Machine, out: string, log: string): Promise<readonly string[]> {
  const served = windows.start('serve', ['serve', '--no-open', '--json', '--out', out])
  const ended = served.ended.then(
    ({ code, err }) => `kepuri serve ended with ${code}: ${err.slice(0, 400)}`,
    (error: unknown) => String(error),
  )
  let over: string | undefined
  void ended.then((how) => (over = how))
  const { address, port } = await until('the address', () => {
    if (over !== undefined) throw new Error(over)
    return Launched.safeParse(parsed(readFileSync(`${log}.out`, 'utf8'))).data
  })
  const origin = `http://127.0.0.1:${port}`
  const page = await fetch(address, { redirect: 'manual' })
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const call = async (name: string, input: unknown): Promise<string> => {
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-call': `wine-${name}`, origin, cookie },
      body: JSON.stringify({ type: 'call', id: 1, name, input }),
    })
    return (await response.text()).trim().split('\n').at(-1) ?? ''
  }
  const expectAnswer = async (name: string, input: unknown, word: string) => {
    const said = await call(name, input)
    if (!said.includes(word)) throw new Error(`${name} said ${said.slice(0, 400)}`)
  }
  const refused = await fetch(`${origin}/call`, { method: 'POST', body: '{}' })
  if (refused.status < 400) throw new Error(`a call without the token was answered with ${refused.status}`)
  await expectAnswer('notice.list', {}, 'liaoning-2023')
  await expectAnswer('project.create', { notice: 'liaoning-2023' }, '"revision"')
  const [engine] = await until('the engine', async () => found(await engines()))
  process.kill(Number(engine), 'SIGKILL')
  await until('another engine', async () => found((await engines()).filter((pid) => pid !== engine)))
  await expectAnswer('project.list', {}, 'liaoning-2023')
  return ['the window host answers, refuses strangers, and has its engine replaced when that is killed']
}

/** Process ids of engines under Wine: other programs of this kind run without it. */
async function engines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(
    pids.map(async (pid) => [pid, await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')] as const),
  )
  return lines.flatMap(([pid, line]) => (/[A-Z]:\\[^\0]*engine-child\.js/.test(line) ? [pid] : []))
}

const found = (pids: readonly string[]) => (pids.length > 0 ? pids : undefined)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > end) throw new Error(`${what} did not come in ${patience / 1000} s`)
    await wait(100)
  }
}
