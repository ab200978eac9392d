import type { Picture } from './picture.ts'

/** Brightness of each pixel, 0–255 (Rec. 601 weights). */
export const greyOf = ({ rgb, width, height }: Picture): Float32Array => {
  const grey = new Float32Array(width * height)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3)
    grey[pixel] = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0)
  return grey
}

/** Variance of the Laplacian in grey levels²: small where nothing in the picture has a sharp edge. */
export const sharpnessOf = (grey: Float32Array, width: number, height: number): number | undefined => {
  if (width < 3 || height < 3) return undefined
  const at = (index: number) => grey[index] ?? 0
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const edge = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i)
      sum += edge
      squares += edge * edge
    }
  const count = (width - 2) * (height - 2)
  return Math.max(0, squares / count - (sum / count) ** 2)
}

const COLUMNS = 9
const ROWS = 8

/** Mean brightness of the part of a picture between two shares of its width and height, edges weighed by their part. */
const meanOf = (grey: Float32Array, width: number, height: number, column: number, row: number): number => {
  const left = (column * width) / COLUMNS
  const right = ((column + 1) * width) / COLUMNS
  const top = (row * height) / ROWS
  const bottom = ((row + 1) * height) / ROWS
  let sum = 0
  let weight = 0
  for (let y = Math.floor(top); y < bottom; y++) {
    const high = Math.min(y + 1, bottom) - Math.max(y, top)
    for (let x = Math.floor(left); x < right; x++) {
      const part = high * (Math.min(x + 1, right) - Math.max(x, left))
      sum += part * (grey[y * width + x] ?? 0)
      weight += part
    }
  }
  return sum / weight
}

/**
 * The difference hash: 9 × 8 fields, a bit for each field brighter than its right neighbour. Alike for the same
 * picture resized or compressed again; other pictures differ in about half of the 64 bits.
 */
export const differenceHash = (grey: Float32Array, width: number, height: number): string => {
  let bits = 0n
  for (let row = 0; row < ROWS; row++) {
    let left = meanOf(grey, width, height, 0, row)
    for (let column = 1; column < COLUMNS; column++) {
      const right = meanOf(grey, width, height, column, row)
      bits = (bits << 1n) | (left > right ? 1n : 0n)
      left = right
    }
  }
  return bits.toString(16).padStart(16, '0')
}
