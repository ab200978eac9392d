import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPresent, pythonListing } from './other-readers.fixture.ts'
import { readZip } from './read-zip.ts'
import { writeZip, type ZipSource } from './zip-writer.ts'

const never = new AbortController().signal
let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-fuzz-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Numbers below `limit`, the same ones for the same seed. */
function dice(seed: number): (limit: number) => number {
  let turn = 0
  return (limit) => {
    turn += 1
    return createHash('sha256').update(`${seed} ${turn}`).digest().readUInt32LE(0) % limit
  }
}
const letters = [
  ...'abcXYZ09 ._-()[]{}%$#@!~^&+=,;\'`"中文科普日沈阳鿿㐀𠀀𬭊éßŁΩЖעع한かナ①Ⅷ™€😀👩‍🔬\u{301}\u{200d}',
]

function archiveOf(seed: number): readonly (Extract<ZipSource, { content: Buffer }> & { onDisk: boolean })[] {
  const roll = dice(seed)
  const names = new Set<string>()
  const count = 1 + roll(40)
  while (names.size < count) {
    const folders = Array.from({ length: roll(3) }, () => roll(5))
    const name = Array.from({ length: 1 + roll(60) }, () => letters[roll(letters.length)] ?? '').join('')
    names.add([...folders, name].join('/'))
  }
  return [...names].map((name) => ({
    name,
    content: createHash('shake256', { outputLength: roll(3) === 0 ? 0 : roll(70_000) })
      .update(name)
      .digest(),
    // From before what headers can hold to behind it, in whole minutes: DOS counts by two seconds.
    modified: new Date(1970 + roll(150), roll(12), 1 + roll(28), roll(24), roll(60)),
    onDisk: roll(2) === 0,
  }))
}

const seeds = Array.from({ length: 12 }, (_, index) => index + 1)
test.skipIf(!isPresent('python3')).each(seeds)(
  'python reads what was written: names, contents, sizes, times of seed %i',
  async (seed) => {
    const files = archiveOf(seed)
    const sources = await Promise.all(
      files.map(async ({ onDisk, ...source }, index): Promise<ZipSource> => {
        if (!onDisk) return source
        const { name, modified, content } = source
        const place = path.join(folder, `${seed}-${index}`)
        await writeFile(place, content)
        return { name, modified, path: place, size: content.length, crc32: crc32(content) }
      }),
    )
    const zip = path.join(folder, `${seed}.zip`)
    await writeZip(zip, sources, { signal: never })
    expect(pythonListing(zip)).toEqual(
      files.map(({ name, content, modified }) => ({
        name,
        size: content.length,
        crc: crc32(content),
        time: dosTime(modified),
      })),
    )
    // Our own reader would refuse some of the names on Windows' behalf; of the bytes it must find every one familiar.
    const own = await readZip(zip)
    await own.close()
    expect([own.layout, own.strayBytes]).toEqual(['ours', 0])
    expect(own.entries.map(({ raw }) => raw.fileNameRaw.toString())).toEqual(files.map(({ name }) => name))
  },
)

/** As DOS holds it: nothing before 1980, nothing after 2107. */
function dosTime(when: Date): number[] {
  if (when.getFullYear() < 1980) return [1980, 1, 1, 0, 0, 0]
  if (when.getFullYear() > 2107) return [2107, 1, 1, 0, 0, 0]
  return [when.getFullYear(), when.getMonth() + 1, when.getDate(), when.getHours(), when.getMinutes(), 0]
}
