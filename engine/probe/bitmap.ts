/** What a BMP's head says: its size in pixels as displayed, and the bytes the file must have at least. */
export interface BitmapHead {
  readonly width: number
  readonly height: number
  /** 0 where the pixels are compressed. */
  readonly leastBytes: number
}

/** Reads a Windows bitmap's head (BITMAPINFOHEADER and its heirs); undefined for older kinds and nonsense. */
export const readBitmapHead = (bitmap: Buffer): BitmapHead | undefined => {
  if (bitmap.length < 34 || bitmap.readUInt32LE(14) < 40) return undefined
  const width = bitmap.readInt32LE(18)
  // A negative height is a picture stored from the top down.
  const height = Math.abs(bitmap.readInt32LE(22))
  if (width <= 0 || height === 0) return undefined
  const plain = bitmap.readUInt32LE(30) === 0
  const row = Math.ceil((width * bitmap.readUInt16LE(28)) / 32) * 4
  return { width, height, leastBytes: plain ? bitmap.readUInt32LE(10) + row * height : 0 }
}
