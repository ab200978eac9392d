const STRIDE = 256

/**
 * Whether at least 512 equal bytes follow one another between two places: what a lost disk sector leaves behind, and
 * rarely a very flat picture. Looks at every 256th byte first, as any such run holds two of them.
 */
export const hasLongRun = (bytes: Buffer, start: number, end: number): boolean => {
  for (let at = start; at + STRIDE < end; at += STRIDE) {
    const value = bytes[at]
    if (bytes[at + STRIDE] !== value || bytes[at + STRIDE / 2] !== value || bytes[at + 77] !== value) continue
    let from = at
    let to = at
    while (from > start && bytes[from - 1] === value) from--
    while (to < end && bytes[to] === value) to++
    if (to - from >= 2 * STRIDE) return true
    at = Math.max(at, to - STRIDE)
  }
  return false
}
