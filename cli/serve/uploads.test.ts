import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { appDesk } from './app.fixture.ts'
import { arrivingName, createUploads } from './uploads.ts'

const at = appDesk()
const uploaded = (...names: string[]) => at.path('data', 'uploads', ...names)
const arriving = () => readdir(uploaded(arrivingName)).catch((): string[] => [])

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; !(await holds()); turn += 1) {
    if (turn > 1000) throw new Error('it never happened')
    await wait(10)
  }
}

/** A PUT that the test writes itself. */
const putting = (relative: string, length?: number) =>
  request({
    port: at.app.port,
    host: '127.0.0.1',
    method: 'PUT',
    path: `/host/drops/drop-broken/${encodeURIComponent(relative)}`,
    headers: { cookie: at.cookie, ...(length !== undefined && { 'content-length': length }) },
  })

describe('a dropped folder', () => {
  test('is kept under its Chinese names and times, and claimed by what stands at its top', async () => {
    const modified = Date.parse('2023-09-17T08:30:00Z')
    const files = { '照片/现场/图10.jpg': '十', '照片/现场/图2.jpg': '二', '说明 100%.txt': '说明' }
    for (const [name, content] of Object.entries(files)) {
      const answer = await at.put('drop-whole-1', name, content, { 'x-modified': String(modified) })
      expect([answer.status, answer.json()]).toEqual([200, {}])
    }
    for (const [name, content] of Object.entries(files)) {
      expect(await readFile(uploaded('drop-whole-1', name), 'utf8')).toBe(content)
      expect((await stat(uploaded('drop-whole-1', name))).mtimeMs).toBe(modified)
    }
    const { claims } = (await at.post('/host/drops/drop-whole-1', {})).json() as { claims: string[] }
    const places = await Promise.all(claims.map((claim) => at.app.engine.locate(claim)))
    expect(places).toEqual(['说明 100%.txt', '照片'].map((name) => uploaded('drop-whole-1', name)))
  })
  test('that is empty has no claims', async () => {
    expect((await at.post('/host/drops/drop-nothing', {})).json()).toEqual({ claims: [] })
  })
  test.each(['..%2F..%2Fx', '%2e%2e%2fx', '..%5cx', '%2Ftmp%2Fx', 'C%3A%5Cx', 'a%00b', '..', '%c0%ae%2fx'])(
    'cannot write to %s',
    async (name) => {
      const address = `/host/drops/drop-hostile/${name}`
      const answer = await at.ask(address, { method: 'PUT', body: 'x' })
      expect(answer.status).toBe(400)
      expect(answer.fault().code).toBe('bad-request')
      expect(existsSync(uploaded('drop-hostile'))).toBe(false)
    },
  )
  test.each([
    '/host/drops/../x',
    '/host/drops/drop-hostile/../../x',
    '/host/drops/short/x',
    '/host/drops/a..b..c../x',
  ])('has no address like %s', async (address) => {
    expect((await at.ask(address, { method: 'PUT', body: 'x' })).status).toBe(404)
  })
  test('says which name cannot be made', async () => {
    const name = `照片/${'长'.repeat(100)}.jpg`
    const answer = await at.put('drop-long-01', name, 'x')
    expect([answer.status, answer.fault()]).toEqual([
      422,
      { code: 'not-readable', path: name, reason: 'ENAMETOOLONG' },
    ])
  })
  test('in which a file stands where a folder should be is refused, and both stay as they were', async () => {
    await at.put('drop-clash-1', 'a', 'file')
    const answer = await at.put('drop-clash-1', 'a/b', 'below')
    expect(answer.fault()).toMatchObject({ code: 'not-readable', path: 'a/b' })
    expect(await readFile(uploaded('drop-clash-1', 'a'), 'utf8')).toBe('file')
    expect(await arriving()).toEqual([])
  })
  test('is discarded when it does not come to its end, but stays once it was handed on', async () => {
    await at.put('drop-discard', 'a.jpg', 'x')
    await at.post('/host/drops/drop-discard/discard', {})
    expect(existsSync(uploaded('drop-discard'))).toBe(false)
    expect((await at.put('drop-discard', 'a.jpg', 'x')).fault()).toEqual({ code: 'cancelled' })
    await at.put('drop-handed', 'a.jpg', 'x')
    await at.post('/host/drops/drop-handed', {})
    await at.post('/host/drops/drop-handed/discard', {})
    expect(existsSync(uploaded('drop-handed', 'a.jpg'))).toBe(true)
  })
})

describe('an upload', () => {
  test('of 200 MB takes no more memory than a small one', async () => {
    const piece = Buffer.alloc(1 << 20, 7)
    const before = process.memoryUsage().rss
    let most = 0
    const sending = putting('大.mp4')
    const answered = new Promise<number | undefined>((resolve, reject) => {
      sending.on('response', (response) => resolve(response.resume().statusCode))
      sending.on('error', reject)
    })
    await pipeline(
      Readable.from(
        (function* pieces() {
          for (let sent = 0; sent < 200; sent += 1) {
            most = Math.max(most, process.memoryUsage().rss)
            yield piece
          }
        })(),
      ),
      sending,
    )
    expect(await answered).toBe(200)
    expect((await stat(uploaded('drop-broken', '大.mp4'))).size).toBe(200 << 20)
    expect(most - before).toBeLessThan(80 << 20)
  })
  test.each([undefined, 10 << 20])('that breaks off midway leaves nothing (length %s)', async (length) => {
    const sending = putting('断.mp4', length)
    sending.on('error', () => undefined)
    sending.write(Buffer.alloc(1 << 20))
    await until(async () => (await arriving()).length === 1)
    sending.destroy()
    await until(async () => (await arriving()).length === 0)
    expect(existsSync(uploaded('drop-broken', '断.mp4'))).toBe(false)
    expect(existsSync(at.path('data', 'logs', 'kepuri.log'))).toBe(false)
  })
  test('for which the disk has no room is refused before it begins, and says how much is needed', async () => {
    const uploads = createUploads({ folder: at.path('full'), free: async () => 70 << 20 })
    const faults: unknown[] = []
    const server = createServer((body, response) => {
      uploads
        .receive('drop-full-1', ['大.mp4'], { body, bytes: 100 << 20, modified: undefined })
        .catch((error: unknown) => faults.push(error instanceof Fault ? error.data : error))
        .finally(() => response.end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'PUT', body: 'x' })
    server.close()
    expect(faults).toEqual([{ code: 'disk-full', path: at.path('full'), needed: 100 << 20, free: 6 << 20 }])
    expect(await readdir(path.join(at.path('full'), arrivingName))).toEqual([])
  })
})
