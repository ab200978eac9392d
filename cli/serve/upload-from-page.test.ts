import { readdir, readFile, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultIn } from '../../renderer/host/ask-host.ts'
import type { Receiving } from '../../renderer/host/host.ts'
import type { PutFile } from '../../renderer/host/put-file.ts'
import { upload } from '../../renderer/host/upload.ts'
import { Fault } from '../../shared/faults.ts'
import { appDesk } from './app.fixture.ts'

const at = appDesk()
const real = globalThis.fetch
beforeAll(() => {
  // As a page of the host would: with its address before the path, and its cookie.
  globalThis.fetch = (address, init) =>
    real(`http://127.0.0.1:${at.app.port}${address as string}`, {
      ...init,
      headers: { ...init?.headers, cookie: at.cookie },
    })
})
afterAll(() => {
  globalThis.fetch = real
})

/** Node has no XMLHttpRequest; what goes over the line is the same. */
let most = 0
let open = 0
const put: PutFile = async (address, { file }, { signal, onBytes }) => {
  most = Math.max(most, (open += 1))
  try {
    const headers = { 'x-modified': String(file.lastModified) }
    const response = await fetch(address, { method: 'PUT', body: file, headers, signal })
    if (!response.ok) throw faultIn({ status: response.status, body: await response.text() }, address)
    onBytes(file.size)
  } finally {
    open -= 1
  }
}
const files = Array.from({ length: 12 }, (_, number) => ({
  path: `照片/现场 ${number}/图#${number}?.jpg`,
  file: new File(['图'.repeat(number)], `图${number}.jpg`, { lastModified: 1_694_939_400_000 }),
}))
const drops = () => readdir(at.path('data', 'uploads')).catch((): string[] => [])

describe('a page', () => {
  test('hands a folder in, three files at a time, and tells how far it is', async () => {
    const seen: Receiving[] = []
    const claims = await upload(files, { onProgress: (receiving) => seen.push(receiving) }, put)
    expect(claims).toHaveLength(1)
    expect(most).toBe(3)
    const folder = (await at.app.engine.locate(claims[0] ?? '')) ?? ''
    expect(await readFile(`${folder}/现场 5/图#5?.jpg`, 'utf8')).toBe('图图图图图')
    expect((await stat(`${folder}/现场 5/图#5?.jpg`)).mtimeMs).toBe(1_694_939_400_000)
    const total = 3 * 66
    expect(seen.at(-1)).toMatchObject({ bytes: total, total })
    expect(seen.every((one) => one.bytes <= total && one.item.startsWith('照片/'))).toBe(true)
  })
  test('that cannot hand in one file hands in none, and says why', async () => {
    const before = await drops()
    const long = { path: `${'长'.repeat(100)}.jpg`, file: new File(['x'], 'x') }
    const failed = upload([...files, long], {}, put)
    const fault = (await failed.catch((error: unknown) => error)) as Fault
    expect(fault.data).toMatchObject({ code: 'not-readable', path: long.path })
    expect((await drops()).filter((name) => name !== '.arriving')).toEqual(
      before.filter((name) => name !== '.arriving'),
    )
  })
  test('that is told to stop leaves nothing behind', async () => {
    const before = await drops()
    const stopping = new AbortController()
    const slow: PutFile = async (address, dropped, options) => {
      await put(address, dropped, options)
      stopping.abort()
    }
    const failed = upload(files, { signal: stopping.signal }, slow).catch((error: unknown) => error)
    expect(((await failed) as Fault).data).toEqual({ code: 'cancelled' })
    expect(await drops()).toEqual(before)
  })
  test.each([
    [401, '', { code: 'host-gone' }],
    [404, '<html>', { code: 'host-gone' }],
    [421, '', { code: 'host-gone' }],
    [413, '', { code: 'bad-request', operation: '/host/out', detail: 'HTTP 413' }],
    [502, '<html>', { code: 'engine-gone' }],
    [507, '{"fault":{"code":"disk-full","path":"/"}}', { code: 'disk-full', path: '/' }],
  ])('makes of the answer %i %j what it means', (status, body, fault) =>
    expect(faultIn({ status, body }, '/host/out').data).toEqual(fault),
  )
})
