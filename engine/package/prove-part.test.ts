import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { PlannedPart } from '../../shared/packing/plan.ts'
import { type PackingThreads, startThreads } from './packing-threads.ts'
import type { PartSource, PartTarget } from './part-layout.ts'
import { provePart, sha256Of } from './prove-part.ts'
import { type ReadBack, type WrittenBack, writeProven } from './write-proven.ts'

const { signal } = new AbortController()
const modified = new Date(2023, 4, 20, 10, 32, 16)
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const picture = Buffer.alloc(1_500_000, 'picture')
const sums = Buffer.from('sums')
const part: PlannedPart = {
  index: 1,
  of: 1,
  fileName: '包.zip',
  way: 'attachment',
  items: [
    {
      item: 'a',
      path: '图片/甲.jpg',
      name: '甲.jpg',
      number: 1,
      kind: 'image',
      bytes: picture.length,
      sha256: sha256(picture),
    },
    {
      item: 'b',
      path: '图片/空.jpg',
      name: '空.jpg',
      number: 2,
      kind: 'image',
      bytes: 0,
      sha256: sha256(Buffer.alloc(0)),
    },
  ],
}
const made = [{ name: 'sums.txt', content: sums }]

let folder: string
let threads: PackingThreads
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kepuri-proof-'))
  threads = startThreads()
})
afterEach(async () => {
  await threads.end()
  await rm(folder, { recursive: true, force: true })
})

async function write(
  kind: PartTarget['kind'],
  crc = crc32(picture),
): Promise<{ target: PartTarget; written: WrittenBack }> {
  const [full, empty] = [path.join(folder, 'full'), path.join(folder, 'empty')]
  await writeFile(full, picture)
  await writeFile(empty, '')
  const target = { kind, path: path.join(folder, kind === 'zip' ? '包.zip' : '包') }
  const sources = async function* (): AsyncGenerator<PartSource> {
    yield { name: '图片/甲.jpg', path: full, size: picture.length, crc32: crc, modified }
    yield { name: '图片/空.jpg', path: empty, size: 0, crc32: 0, modified }
    yield { name: 'sums.txt', content: sums, modified }
  }
  const written = await writeProven(target, sources(), threads, { signal, onProgress: () => undefined })
  return { target, written }
}
const proving: Parameters<typeof provePart>[4] = {
  signal,
  source: (id) => ({ path: id, given: `素材/${id}`, root: '', relative: id, bytes: 0, modifiedMs: 0 }),
}
const proof = (target: PartTarget, files: readonly ReadBack[], planned = part, documents = made) =>
  provePart(target, planned, documents, files, proving).then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )
const broken = (...problems: string[]) => ({ code: 'package-broken', path: '包.zip', problems })

test.each(['zip', 'folder'] as const)('what was written as a %s is as it was planned', async (kind) => {
  const { target, written } = await write(kind)
  expect(await proof(target, written.files)).toBeUndefined()
  expect(written.files.map(({ name, sha256: hash }) => [name, hash])).toEqual([
    ['图片/甲.jpg', sha256(picture)],
    ['图片/空.jpg', sha256(Buffer.alloc(0))],
    ['sums.txt', sha256(sums)],
  ])
})
test.each(['zip', 'folder'] as const)(
  'of a %s it is counted how many pictures and videos were read back as planned',
  async (kind) => {
    const { target, written } = await write(kind)
    const prove = (items: PlannedPart['items'], documents: typeof made) =>
      provePart(target, { ...part, items }, documents, written.files, proving)
    expect(await prove(part.items, made)).toBe(2)
    // What we write ourselves is proven, and not counted.
    const [first] = part.items
    expect(
      await prove(first ? [first] : [], [...made, { name: '图片/空.jpg', content: Buffer.alloc(0) }]),
    ).toBe(1)
  },
)
test('the files of a folder have the times that they had', async () => {
  const { target } = await write('folder')
  expect(await readdir(path.join(target.path, '图片'))).toEqual(['甲.jpg', '空.jpg'])
  for (const name of ['图片/甲.jpg', '图片/空.jpg'])
    expect((await stat(path.join(target.path, name))).mtime).toEqual(modified)
})

describe('it is noticed', () => {
  test('that a file was not what the check had seen', async () => {
    const { target, written } = await write('zip')
    const items = part.items.map((item) => ({ ...item, sha256: sha256(sums) }))
    expect(await proof(target, written.files, { ...part, items })).toEqual({
      code: 'source-changed',
      path: '素材/a',
      change: 'changed',
      more: [{ path: '素材/b', change: 'changed' }],
    })
  })
  test('that a document is not the one that was made', async () => {
    const { target, written } = await write('zip')
    const documents = [{ name: 'sums.txt', content: Buffer.from('smus') }]
    expect(await proof(target, written.files, part, documents)).toEqual(broken('differs: sums.txt'))
  })
  test('that the CRC of the check, which stands in the headers, is not that of the content', async () => {
    const { target, written } = await write('zip', 7)
    expect(await proof(target, written.files)).toEqual(broken('crc: 图片/甲.jpg'))
  })
  test('that a folder has no list of checksums to be known by', async () => {
    const { written } = await write('folder')
    expect(() => sha256Of(written, '包')).toThrow(Fault)
    const sum = { ...written.files[0]!, name: 'manifest-sha256.txt' }
    expect(sha256Of({ ...written, files: [sum] }, '包')).toBe(sum.sha256)
  })
  test('that a planned file is not in it', async () => {
    const { target, written } = await write('zip')
    const items = [...part.items, { ...part.items[0]!, item: 'c', path: '图片/丙.jpg' }]
    expect(await proof(target, written.files, { ...part, items })).toEqual(broken('files: 3 for 4'))
  })
  test('that a file is in it which nobody planned', async () => {
    const { target, written } = await write('zip')
    expect(await proof(target, written.files, { ...part, items: part.items.slice(0, 1) })).toEqual(
      broken('size: 图片/空.jpg', 'files: 3 for 2'),
    )
  })
  test('that the directory holds more than was read back, or less', async () => {
    const { target, written } = await write('zip')
    const [first, second, third] = written.files
    if (!first || !second || !third) throw new Error('no files')
    const planned = { ...part, items: part.items.slice(0, 1) }
    expect(await proof(target, [first, third], planned)).toEqual(broken('entries: +1'))
    const elsewhere = { ...first, stretch: { ...first.stretch, from: first.stretch.from + 1 } }
    expect(await proof(target, [elsewhere, second, third])).toEqual(broken('elsewhere: 图片/甲.jpg'))
  })
  test('that a byte of a header is another one', async () => {
    const { target, written } = await write('zip')
    const file = await open(target.path, 'r+')
    await file.write(Buffer.from([7]), 0, 1, 14)
    await file.close()
    expect(await proof(target, written.files)).toMatchObject({ code: 'package-broken' })
  })
  test('that the archive goes on behind its end, or ends before it', async () => {
    const { target, written } = await write('zip')
    await appendFile(target.path, 'x')
    expect(await proof(target, written.files)).toMatchObject({ code: 'package-broken' })
    await truncate(target.path, written.bytes - 3)
    expect(await proof(target, written.files)).toMatchObject({ code: 'package-broken' })
  })
  test('that somebody has laid a file into a folder, taken one out, or cut one short', async () => {
    const { target, written } = await write('folder')
    await writeFile(path.join(target.path, 'Thumbs.db'), '')
    await rm(path.join(target.path, '图片', '空.jpg'))
    await truncate(path.join(target.path, '图片', '甲.jpg'), 5)
    expect(await proof(target, written.files)).toEqual(
      broken('size: 图片/甲.jpg', 'missing: 图片/空.jpg', 'surplus: Thumbs.db'),
    )
  })
})
