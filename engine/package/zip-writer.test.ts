import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArchive } from './read-archive.ts'
import { readZip } from './read-zip.ts'
import { centralHeader, endOfArchive, localHeader, zipTime } from './zip-format.ts'
import { SourceFailed } from './copy-source.ts'
import { writeZip, type ZipSource } from './zip-writer.ts'

const never = new AbortController().signal
const when = new Date(2023, 4, 20, 10, 32, 16)
let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-zip-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const has = (program: string) => spawnSync(program, ['--help']).error === undefined
const bytes = (name: string, content: Buffer | string): ZipSource => ({
  name,
  content: Buffer.from(content),
  modified: when,
})
async function file(name: string, content: Buffer): Promise<ZipSource> {
  const place = path.join(folder, `source-${randomBytes(4).toString('hex')}`)
  await writeFile(place, content)
  return { name, path: place, size: content.length, crc32: crc32(content), modified: when }
}
async function zipOf(sources: readonly ZipSource[]): Promise<string> {
  const target = path.join(folder, `${randomBytes(4).toString('hex')}.zip`)
  await writeZip(target, sources, { signal: never })
  return target
}

describe('an archive with empty, small and large files and Chinese names', () => {
  const large = randomBytes(3 * 1024 * 1024 + 17)
  let target: string
  beforeAll(async () => {
    target = await zipOf([
      await file('图片/沈阳市科协-启动仪式 “一”.jpg', large),
      await file('图片/空.jpg', Buffer.alloc(0)),
      bytes('说明文档.docx', 'word'),
      bytes('manifest.json', '{}'),
    ])
  })

  test('comes back byte for byte', async () => {
    const archive = await readZip(target)
    const first = archive.entries[0]
    if (!first) throw new Error('no entry')
    const parts: Buffer[] = []
    for await (const part of archive.content(first)) parts.push(Buffer.from(part))
    await archive.close()
    expect(Buffer.concat(parts).equals(large)).toBe(true)
    expect(archive.strayBytes).toBe(0)
    expect(archive.entries.map(({ name, bytes: size }) => [name, size])).toEqual([
      ['图片/沈阳市科协-启动仪式 “一”.jpg', large.length],
      ['图片/空.jpg', 0],
      ['说明文档.docx', 4],
      ['manifest.json', 2],
    ])
  })
  test('keeps local times, says UTF-8, and needs no data descriptors', async () => {
    const archive = await readZip(target)
    await archive.close()
    for (const { raw, contradictions } of archive.entries) {
      expect(raw.generalPurposeBitFlag).toBe(0x0800)
      expect(raw.getLastModDate({ timezone: 'local' }).getTime()).toBe(when.getTime())
      expect(contradictions).toEqual([])
    }
  })
  test.skipIf(!has('7z'))('7-Zip finds no fault in it', () =>
    expect(execFileSync('7z', ['t', target]).toString()).toContain('Everything is Ok'),
  )
  test.skipIf(!has('unzip'))('unzip finds no fault in it', () =>
    expect(execFileSync('unzip', ['-tq', target]).toString()).toContain('No errors'),
  )
  test.skipIf(!has('python3'))('python finds no fault in it, and reads the same names and times', () => {
    const script = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
print([(i.filename,i.date_time) for i in z.infolist()][1])`
    expect(execFileSync('python3', ['-c', script, target]).toString().trim()).toBe(
      "('图片/空.jpg', (2023, 5, 20, 10, 32, 16))",
    )
  })
  test.skipIf(!has('bsdtar'))('a reader of streams takes it from a pipe', async () => {
    const names = execFileSync('bsdtar', ['-tf', '-'], { input: await readFile(target) }).toString()
    expect(names.trim().split('\n')).toHaveLength(4)
  })
})

test('it holds what archiver would put in it', async () => {
  const content = randomBytes(200_000)
  const own = await zipOf([await file('图片/甲.jpg', content), bytes('b.txt', 'b')])
  const reference = path.join(folder, 'reference.zip')
  const archive = new ZipArchive({ store: true, forceLocalTime: true })
  const out = createWriteStream(reference)
  archive.pipe(out)
  archive.append(content, { name: '图片/甲.jpg', date: when })
  archive.append('b', { name: 'b.txt', date: when })
  await archive.finalize()
  await finished(out)
  const listing = async (zip: string) => {
    const { entries, close } = await readZip(zip)
    await close()
    return entries.map(({ name, bytes: size, crc, raw }) => [
      name,
      size,
      crc,
      raw.lastModFileDate,
      raw.lastModFileTime,
    ])
  }
  expect(await listing(own)).toEqual(await listing(reference))
})

test('a file beyond 4 GiB and one behind it are found by zip64 fields', async () => {
  // A hole in a sparse file stands for the content: what is tried are the headers.
  const time = zipTime(when)
  const large = { name: '大.mp4', size: 4 * 1024 ** 3 + 1, crc: 0, time, offset: 0 }
  const behind = { name: '后.txt', size: 0, crc: 0, time, offset: localHeader(large).length + large.size }
  const offset = behind.offset + localHeader(behind).length
  const directory = Buffer.concat([centralHeader(large), centralHeader(behind)])
  const target = path.join(folder, 'large.zip')
  const handle = await open(target, 'w')
  await handle.write(localHeader(large), 0, undefined, 0)
  await handle.write(localHeader(behind), 0, undefined, behind.offset)
  await handle.write(
    Buffer.concat([directory, endOfArchive({ entries: 2, bytes: directory.length, offset })]),
    0,
    undefined,
    offset,
  )
  await handle.close()
  const archive = await readZip(target)
  await archive.close()
  expect(archive.entries.map(({ bytes: length, contradictions }) => [length, contradictions])).toEqual([
    [large.size, []],
    [0, []],
  ])
  expect([archive.layout, archive.strayBytes]).toEqual(['ours', 0])
})
test('the end record turns to zip64 at 65,535 entries', () => {
  const end = (entries: number) => endOfArchive({ entries, bytes: 1, offset: 1 }).length
  expect(end(65_534)).toBe(22)
  expect(end(65_535)).toBe(22 + 56 + 20)
})

test.each([
  ['shrunk', -1],
  ['grown', 1],
])('a source that has %s since it was planned is refused', async (_, change) => {
  const source = await file('a.jpg', randomBytes(2_000_000))
  if (!('path' in source)) throw new Error('no path')
  await expect(zipOf([{ ...source, size: source.size - change }])).rejects.toBeInstanceOf(SourceFailed)
})
test('a cancelled write stops between chunks', async () => {
  const controller = new AbortController()
  const target = path.join(folder, 'cancelled.zip')
  const place = path.join(folder, 'hole.mp4')
  await writeFile(place, '')
  await truncate(place, 64 * 1024 ** 3)
  const source = { name: 'a.mp4', path: place, size: 64 * 1024 ** 3, crc32: 0, modified: when }
  const written = writeZip(target, [source], {
    signal: controller.signal,
    onProgress: (_, done) => done > 0 && controller.abort(new Error('enough')),
  })
  await expect(written).rejects.toThrow('enough')
  const { size } = await stat(target)
  expect(size).toBeLessThan(64 * 1024 ** 3)
  // Nobody writes on behind the caller's back.
  await rm(target)
  expect(size % (512 * 1024)).toBe(localHeader({ ...source, crc: 0, time: zipTime(when) }).length)
})
test('an existing archive is never overwritten', async () => {
  const target = await zipOf([bytes('a', 'a')])
  await expect(writeZip(target, [bytes('b', 'b')], { signal: never })).rejects.toThrow('EEXIST')
})

test('every single changed byte of an archive is noticed', async () => {
  const target = await zipOf([bytes('图片/甲.jpg', 'content of the picture'), bytes('b.txt', 'bb')])
  const sound = await readFile(target)
  const before = await readArchive(target, never, () => undefined)
  expect(before.problems).toEqual([])
  const unnoticed: number[] = []
  for (let at = 0; at < sound.length; at += 1) {
    const handle = await open(target, 'r+')
    await handle.write(Buffer.from([(sound[at] ?? 0) ^ 0x10]), 0, 1, at)
    await handle.close()
    const after = await readArchive(target, never, () => undefined)
    if (after.problems.length === 0 && JSON.stringify([...after.files]) === JSON.stringify([...before.files]))
      unnoticed.push(at)
    await writeFile(target, sound)
  }
  expect(unnoticed.map((at) => fieldAt(sound, at))).toEqual([])
})

/** Which field of which record a byte belongs to, for the message of a failing test. */
function fieldAt(archive: Buffer, at: number): string {
  for (let start = at; start >= 0 && start > at - 80; start -= 1) {
    const signature = archive.readUInt32LE(Math.min(start, archive.length - 4))
    const record = { 0x04034b50: 'local', 0x02014b50: 'central', 0x06054b50: 'end' }[signature]
    if (record) return `${record}+${at - start}`
  }
  return `data ${at}`
}
