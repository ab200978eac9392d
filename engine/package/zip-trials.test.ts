import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPresent, otherReaders, outputOf, pythonListing, streamListing } from './other-readers.fixture.ts'
import { zipBytes } from './part-layout.ts'
import { writeZip, type ZipSource } from './zip-writer.ts'

const never = new AbortController().signal
const when = new Date(2023, 4, 20, 10, 32, 16)
const GiB = 1024 ** 3
let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'kepuri-trials-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function zipOf(name: string, sources: readonly ZipSource[]): Promise<string> {
  const target = path.join(folder, name)
  await writeZip(target, sources, { signal: never })
  expect((await stat(target)).size).toBe(zipBytes(sources))
  return target
}
/** A test for each program; one that is missing is named as skipped. */
const eachReader = (run: (script: string) => void) => {
  for (const { name, needs, script } of otherReaders)
    test.skipIf(!isPresent(needs))(isPresent(needs) ? name : `${name}: no ${needs} on this machine`, () =>
      run(script),
    )
}

describe('files of all small sizes, with names that need UTF-8, are read without a fault by', () => {
  const sizes = [0, 1, 511, 512 * 1024 - 1, 512 * 1024, 512 * 1024 + 1, 3_000_017]
  const contents = sizes.map((size) => randomBytes(size))
  let zip: string
  beforeAll(async () => {
    const sources = await Promise.all(
      contents.map(async (content, index): Promise<ZipSource> => {
        const name = `图片/沈阳市科协-启动仪式“${index}”𬭊é.jpg`
        if (index % 2 === 1) return { name, content, modified: when }
        const place = path.join(folder, `${index}.jpg`)
        await writeFile(place, content)
        return { name, path: place, size: content.length, crc32: crc32(content), modified: when }
      }),
    )
    zip = await zipOf('sizes.zip', sources)
  })
  eachReader((script) => void outputOf(script, zip))
  test.skipIf(!isPresent('java'))('a reader of streams, which sees the same names, sizes and contents', () =>
    expect(streamListing(zip)).toEqual(
      contents.map(
        (content, index) =>
          `${content.length} ${crc32(content).toString(16)} 图片/沈阳市科协-启动仪式“${index}”𬭊é.jpg`,
      ),
    ),
  )
})

describe('70,000 files, which only zip64 can count, are read without a fault by', () => {
  const count = 70_000
  let zip: string
  beforeAll(async () => {
    const sources = Array.from({ length: count }, (_, index) => ({
      name: `${index % 100}/${index}.txt`,
      content: Buffer.from(String(index)),
      modified: when,
    }))
    zip = await zipOf('many.zip', sources)
  })
  eachReader((script) => void outputOf(script, zip))
  test.skipIf(!isPresent('python3'))('python, which finds every one', () => {
    const listing = pythonListing(zip)
    expect(listing.length).toBe(count)
    expect(listing.at(-1)).toMatchObject({ name: '99/69999.txt', size: 5 })
  })
})

// 20 GB are written and read by each program: by hand, `LARGE=1 npx vitest run engine/package/zip-trials.test.ts`.
describe.skipIf(process.env['LARGE'] !== '1')(
  'files around 4 GiB (LARGE=1) are read without a fault by',
  () => {
    let zip: string
    let forUnzip: string
    beforeAll(async () => {
      const sources: ZipSource[] = []
      for (const size of [4 * GiB - 1, 4 * GiB, 4 * GiB + 1]) {
        const place = path.join(folder, `${size}.mp4`)
        await writeFile(place, '')
        await truncate(place, size)
        sources.push({ name: `视频/${size}.mp4`, path: place, size, crc32: crcOfZeros(size), modified: when })
        sources.push({ name: `${size}.txt`, content: Buffer.from(`behind ${size}`), modified: when })
      }
      zip = await zipOf('large.zip', sources)
      // unzip 6.0 takes the size 4 GiB − 1 for the mark of zip64, and gives up an archive of 7-Zip with such a file too.
      forUnzip = await zipOf('without.zip', sources.slice(2))
    }, 1_200_000)
    for (const { name, needs, script } of otherReaders)
      test.skipIf(!isPresent(needs))(
        needs === 'unzip' ? 'unzip, but for 4 GiB − 1' : name,
        () => void outputOf(script, needs === 'unzip' ? forUnzip : zip),
        1_200_000,
      )
    test('a reader of streams, which sees their sizes', { timeout: 1_200_000 }, () =>
      expect(streamListing(zip).map((line) => Number(line.split(' ')[0]))).toEqual(
        [4 * GiB - 1, 4 * GiB, 4 * GiB + 1].flatMap((size) => [size, `behind ${size}`.length]),
      ),
    )
  },
)

function crcOfZeros(size: number): number {
  const zeros = Buffer.alloc(16 * 1024 * 1024)
  let crc = 0
  for (let left = size; left > 0; left -= zeros.length)
    crc = crc32(left < zeros.length ? zeros.subarray(0, left) : zeros, crc)
  return crc
}
