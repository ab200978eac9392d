/** A square picture: four bytes a pixel, red first, rows from the top. */
export interface Picture {
  readonly size: number
  readonly pixels: Buffer
  readonly png: Buffer
}

/**
 * A Windows icon of several sizes. 256 px is stored as PNG; smaller ones as bitmaps, which every part of Windows and of
 * installers reads.
 */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const images = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmap(picture)))
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let at = head.length
  for (const [index, image] of images.entries()) {
    const entry = 6 + 16 * index
    const size = (pictures[index]?.size ?? 0) % 256
    head.writeUInt8(size, entry)
    head.writeUInt8(size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(image.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += image.length
  }
  return Buffer.concat([head, ...images])
}

/** BITMAPINFOHEADER, rows from the bottom as BGRA, then a mask that is all zero, for alpha says it already. */
function bitmap({ size, pixels }: Picture): Buffer {
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(size, 4)
  head.writeInt32LE(size * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4
      const to = ((size - 1 - y) * size + x) * 4
      colours[to] = pixels[from + 2] ?? 0
      colours[to + 1] = pixels[from + 1] ?? 0
      colours[to + 2] = pixels[from] ?? 0
      colours[to + 3] = pixels[from + 3] ?? 0
    }
  return Buffer.concat([head, colours, Buffer.alloc(Math.ceil(size / 32) * 4 * size)])
}
