/** Where equal bytes follow one another. */
export interface Run {
  readonly from: number
  readonly to: number
}

const STRIDE = 128
const SHORTEST = 2 * STRIDE
const MOST_RUNS = 10_000

/**
 * Finds where at least 256 equal bytes follow one another between two places: what a lost disk sector leaves behind,
 * and rarely a very flat picture. Looks at every 128th byte first, as any such run holds two of them in a row.
 */
export const longRuns = (bytes: Buffer, start: number, end: number): readonly Run[] => {
  const runs: Run[] = []
  for (let at = start; at + STRIDE < end && runs.length < MOST_RUNS; at += STRIDE) {
    const value = bytes[at]
    if (bytes[at + STRIDE] !== value || bytes[at + STRIDE / 2] !== value || bytes[at + 37] !== value) continue
    let from = at
    let to = at
    while (from > start && bytes[from - 1] === value) from--
    while (to < end && bytes[to] === value) to++
    if (to - from >= SHORTEST) runs.push({ from, to })
    at = Math.max(at, to - STRIDE)
  }
  return runs
}
