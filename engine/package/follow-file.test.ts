import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followFile, OtherLength } from './follow-file.ts'
import { Gauge, Stopped } from './gauge.ts'
import { startHasher } from './packing-threads.ts'

const buffer = Buffer.alloc(4096)
const content = createHash('shake256', { outputLength: 10_000 }).update('follow').digest()
const digest = (data: Buffer) => ({ sha256: sha256(data), crc32: undefined })
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')
let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kepuri-follow-'))
  file = path.join(folder, 'a')
  writeFileSync(file, content)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A writer that says it has come so far. */
function writerAt(written: number, finished = 0, ended = true): Gauge {
  const gauge = new Gauge()
  gauge.wrote(written)
  for (let number = 0; number < finished; number += 1) gauge.finish()
  if (ended) gauge.end()
  return gauge
}
const follow = (stretch: Partial<Parameters<typeof followFile>[0]>, gauge: Gauge) =>
  followFile({ file, from: 0, at: 0, ...stretch }, gauge, buffer, () => undefined)

test('a stretch is hashed as it lies in the file, whatever the writer believes', () => {
  expect(follow({ from: 100, bytes: 9000, at: 100 }, writerAt(9100))).toEqual(
    digest(content.subarray(100, 9100)),
  )
})
test('of an entry the CRC-32 is told that its header must bear', () => {
  const part = content.subarray(100, 9100)
  expect(follow({ from: 100, bytes: 9000, at: 100, entry: true }, writerAt(9100))).toEqual({
    sha256: sha256(part),
    crc32: crc32(part),
  })
})
test('without a length it goes as far as the writer has gone', () => {
  expect(follow({}, writerAt(10_000))).toEqual(digest(content))
})
test('an empty stretch is that of no bytes', () => {
  expect(follow({ from: 10_000, at: 10_000, bytes: 0 }, writerAt(10_000))).toEqual(digest(Buffer.alloc(0)))
})
test('a file that ends before what was written is no proof', () => {
  expect(() => follow({ bytes: 10_001 }, writerAt(10_001))).toThrow(OtherLength)
})
test('nor is one that goes on behind it', () => {
  expect(() => follow({ bytes: 9999, alone: 0 }, writerAt(9999, 1))).toThrow(OtherLength)
})
test('whoever waits for a writer is told when all shall stop', () => {
  const gauge = writerAt(5000, 0, false)
  // The first chunk is there; the answer to how far it read is to stop.
  expect(() =>
    followFile({ file, from: 0, at: 0, bytes: 10_000 }, gauge, buffer, () => gauge.stop()),
  ).toThrow(Stopped)
})
test('what was read is told', () => {
  let read = 0
  followFile(
    { file, from: 0, at: 0, bytes: 10_000 },
    writerAt(10_000),
    buffer,
    (bytes) => void (read += bytes),
  )
  expect(read).toBe(10_000)
})
test('a writer may come to its end just where all that it wrote has been read', async () => {
  const whole = createHash('shake256', { outputLength: 262_144 }).update('chunk').digest()
  const place = path.join(folder, 'chunk')
  writeFileSync(place, whole)
  const gauge = writerAt(whole.length, 0, false)
  const hasher = startHasher()
  try {
    const answer = hasher.ask({
      stretch: { file: place, from: 0, at: 0 },
      memory: gauge.memory,
      counted: true,
    })
    while (gauge.proven < whole.length && !gauge.stopped) await wait(1)
    // Until it waits for more.
    await wait(50)
    gauge.end()
    expect(await answer).toEqual(digest(whole))
  } finally {
    await hasher.end()
  }
})
