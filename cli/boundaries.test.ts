import { beforeAll, describe, expect, it } from 'vitest'
import { CheckJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { copyFixture, photo } from './media.fixture.ts'

const at = desk()
let json: CheckJson

const sizes = [3_000_000, 3_000_001, 3_145_728, 3_145_729]
const pixels = [
  [2000, 1500],
  [2001, 1500],
] as const

beforeAll(async () => {
  await at.folder('材料')
  await Promise.all([
    ...sizes.map(async (bytes, seed) => at.write(`材料/${bytes}.jpg`, await photo(10 + seed, { bytes }))),
    ...pixels.map(async ([width, height], seed) =>
      at.write(`材料/${width}x${height}.jpg`, await photo(20 + seed, { width, height })),
    ),
    copyFixture('video-119.92s.mp4', at.path('材料', '119.92.mp4')),
    copyFixture('video-120.00s.mp4', at.path('材料', '120.00.mp4')),
  ])
  json = (await at.json(CheckJson, 'check', '材料', '--task', 'media')).json
})

/** What is held against a file, its missing texts apart. */
const verdictOn = (name: string) =>
  json.items
    .find(({ source }) => source === `材料/${name}`)
    ?.findings.filter(({ code }) => code !== 'text-missing')
    .map(({ code, severity, actual }) => ({ code, severity, actual }))

describe('“大于 3M”', () => {
  it('3,000,000 bytes are too few by any reading', () => {
    expect(verdictOn('3000000.jpg')).toEqual([
      { code: 'bytes-outside', severity: 'error', actual: { bytes: 3_000_000 } },
    ])
  })

  it.each([3_000_001, 3_145_728])('%i bytes are more than 3M only by counting in thousands', (bytes) => {
    expect(verdictOn(`${bytes}.jpg`)).toEqual([
      { code: 'bytes-ambiguous', severity: 'warning', actual: { bytes } },
    ])
  })

  it('3,145,729 bytes are more than 3M by any reading', () => {
    expect(verdictOn('3145729.jpg')).toEqual([])
  })
})

describe('“大于 300 万像素”', () => {
  it('2000×1500 are exactly three million, which is not more', () => {
    expect(verdictOn('2000x1500.jpg')).toEqual([
      { code: 'pixels-outside', severity: 'error', actual: { width: 2000, height: 1500, pixels: 3_000_000 } },
    ])
  })

  it('2001×1500 are more', () => {
    expect(verdictOn('2001x1500.jpg')).toEqual([])
  })
})

describe('“不少于 2 分钟”', () => {
  it('119.92 s are too short', () => {
    expect(verdictOn('119.92.mp4')).toEqual([
      { code: 'duration-outside', severity: 'error', actual: { seconds: 119.92 } },
    ])
  })

  it('120.00 s are enough', () => {
    expect(verdictOn('120.00.mp4')).toEqual([])
  })
})
