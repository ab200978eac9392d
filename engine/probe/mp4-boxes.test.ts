import { describe, expect, it } from 'vitest'
import { bufferSource } from './byte-source.ts'
import { listBoxes, readTopLevel } from './mp4-boxes.ts'
import { mediaBytes } from './probe.fixture.ts'

const box = (size: number, type: string) => {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(size)
  header.write(type, 4, 'latin1')
  return header
}
const long = (size: bigint, type: string) => {
  const header = Buffer.alloc(16)
  header.writeUInt32BE(1)
  header.write(type, 4, 'latin1')
  header.writeBigUInt64BE(size, 8)
  return header
}
const topLevel = async (...parts: Buffer[]) => {
  const { boxes, cutShort } = await readTopLevel(bufferSource(Buffer.concat(parts)))
  return { types: boxes.map(({ type }) => type).join(' '), cutShort }
}

describe('the outermost boxes', () => {
  it('of a real file are read in order', async () => {
    expect(await topLevel(await mediaBytes('video-120.00s.mp4'))).toEqual({
      types: 'ftyp moov free mdat',
      cutShort: false,
    })
  })

  it('may have sizes of 64 bits, or reach to the end', async () => {
    expect(
      await topLevel(box(8, 'ftyp'), long(20n, 'free'), Buffer.alloc(4), box(0, 'mdat'), Buffer.alloc(9)),
    ).toEqual({
      types: 'ftyp free mdat',
      cutShort: false,
    })
    expect(await topLevel(box(8, 'ftyp'), long(5_000_000_000n, 'mdat'))).toEqual({
      types: 'ftyp mdat',
      cutShort: true,
    })
  })

  it('end where padding, nonsense or half a header begins', async () => {
    expect(await topLevel(box(8, 'ftyp'), Buffer.alloc(100))).toEqual({ types: 'ftyp', cutShort: false })
    expect(await topLevel(box(8, 'ftyp'), box(3, 'moov'), box(8, 'mdat'))).toEqual({
      types: 'ftyp',
      cutShort: false,
    })
    expect(await topLevel(box(8, 'ftyp'), Buffer.from('\0\0\0'))).toEqual({ types: 'ftyp', cutShort: false })
    expect((await topLevel(box(8, 'ftyp'), Buffer.from('some words after it'))).cutShort).toBe(false)
  })

  it('are bounded in number', async () => {
    const many = Buffer.concat(Array.from({ length: 150_000 }, () => box(8, 'free')))
    expect(await listBoxes(bufferSource(many), 0, many.length)).toHaveLength(100_000)
  })
})
