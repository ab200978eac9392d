import { appendFile, chmod, open, rm, truncate, utimes } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { probeFile } from './probe-file.ts'
import { mediaPath, probed, probeWorld, temporaryFolder } from './probe.fixture.ts'

const folder = temporaryFolder()
const root = process.getuid?.() === 0

/** A file that takes long enough to read for something to happen meanwhile. */
const longFile = async (name: string) => {
  const handle = await open(folder.path(name), 'w')
  await handle.truncate(400 * 1024 * 1024)
  await handle.close()
  return folder.path(name)
}
const soon = (act: () => unknown) => setTimeout(act, 30)

describe('a file that cannot be read', () => {
  it('because it is gone says so, with what was known of it', async () => {
    const target = { path: folder.path('gone.jpg'), bytes: 123, modifiedMs: Date.UTC(2023, 8, 17) }
    expect((await probeFile(target, probeWorld())).facts).toEqual({
      kind: 'other',
      format: 'unknown',
      bytes: 123,
      modified: '2023-09-17T00:00:00.000Z',
      condition: { state: 'unreadable', reason: 'vanished', detail: 'ENOENT' },
    })
  })

  it('because it became a folder says it changed', async () => {
    expect((await probed(folder.path('.'))).facts.condition).toMatchObject({ reason: 'changed' })
  })

  // Root may read everything: run as another user to see this one.
  it.skipIf(root || process.platform === 'win32')('for want of permission says so', async () => {
    const path = await folder.write('secret.jpg', 'x')
    await chmod(path, 0)
    expect((await probed(path)).facts.condition).toMatchObject({
      state: 'unreadable',
      reason: 'no-permission',
    })
  })

  it('because it is written or cut meanwhile is not judged', async () => {
    const acts: Record<string, (path: string, n: number) => Promise<void>> = {
      grown: (path) => appendFile(path, 'more'),
      touched: (path, n) => utimes(path, n, n),
      cut: (path, n) => truncate(path, 300_000_000 - n),
    }
    for (const [name, act] of Object.entries(acts)) {
      const path = await longFile(`${name}.bin`)
      let n = 0
      const acting = setInterval(() => void act(path, ++n), 20)
      const { facts, stamp } = await probed(path)
      clearInterval(acting)
      expect([name, facts.condition, stamp]).toEqual([
        name,
        { state: 'unreadable', reason: 'changed' },
        undefined,
      ])
    }
  })

  it('because it is removed meanwhile says so', async () => {
    const path = await longFile('removed.bin')
    soon(() => rm(path))
    expect((await probed(path)).facts.condition).toMatchObject({ state: 'unreadable', reason: 'vanished' })
  })

  it('within its time says so', async () => {
    const slow = await longFile('slow.bin')
    expect((await probed(slow, { timeLimitMs: 20 })).facts.condition).toMatchObject({ reason: 'time-limit' })
  })
})

it('stops at once when cancelled, by a fault', async () => {
  const controller = new AbortController()
  const running = probed(await longFile('cancelled.bin'), { signal: controller.signal })
  soon(() => controller.abort())
  await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } })
  await expect(probed(mediaPath('clip.avi'), { signal: controller.signal })).rejects.toMatchObject({
    data: { code: 'cancelled' },
  })
})

it('hashes what is no media too, and does not claim to have checked it', async () => {
  const { facts } = await probed(await folder.write('说明.txt', 'abc'))
  expect(facts).toMatchObject({
    kind: 'other',
    format: 'text',
    condition: { state: 'unchecked' },
    bytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  })
})

it('reads any name', async () => {
  const names = [
    '微信图片_20230815.jpg',
    '🎉 合影 (1).jpg',
    "it's.jpg",
    '-i.jpg',
    '--version',
    '100%.jpg',
    'a#b?.jpg',
    'end. ',
    ' .jpg',
  ]
  for (const name of names) {
    if (process.platform === 'win32' && /[?"]|[ .]$/.test(name)) continue
    const { facts } = await probed(await folder.copy('photo-orientation-6.jpg', name))
    expect({ name, ...facts }).toMatchObject({ name, condition: { state: 'whole' }, width: 480 })
  }
})
