import { describe, expect, test } from 'vitest'
import { packBins } from './bins.ts'

/** Numbers from 0 to 1 that a seed repeats. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
const isRising = (places: readonly number[]) =>
  places.every((place, at) => at === 0 || (places[at - 1] ?? 0) < place)

/** The plain way, for comparison. */
function firstFitDecreasing(sizes: readonly number[], capacity: number): number {
  const bins: number[] = []
  for (const size of sizes.toSorted((a, b) => b - a)) {
    const at = bins.findIndex((left) => left >= size)
    if (at === -1) bins.push(capacity - size)
    else bins[at] = (bins[at] ?? 0) - size
  }
  return bins.length
}

function neighbours(sizes: readonly number[], capacity: number): number {
  let [bins, left] = [0, -1]
  for (const size of sizes) {
    if (size > left) [bins, left] = [bins + 1, capacity]
    left -= size
  }
  return bins
}

describe('whatever the sizes', () => {
  test.each(Array.from({ length: 300 }, (_, seed) => seed + 1))('of seed %d', (seed) => {
    const next = random(seed)
    const capacity = 1 + Math.floor(next() * 1000)
    const shape = next() * 3
    const sizes = Array.from({ length: Math.floor(next() * 60) }, () =>
      Math.floor(capacity * next() ** shape),
    )
    const bins = packBins(sizes, capacity)

    expect(bins.flat().toSorted((a, b) => a - b)).toEqual(sizes.map((_, place) => place))
    for (const bin of bins) expect(sum(bin.map((place) => sizes[place] ?? 0))).toBeLessThanOrEqual(capacity)
    expect(bins.length).toBeGreaterThanOrEqual(Math.ceil(sum(sizes) / capacity))
    expect(bins.length).toBe(Math.min(neighbours(sizes, capacity), firstFitDecreasing(sizes, capacity)))
    expect(bins.every(isRising)).toBe(true)
    expect(isRising(bins.map(([first = 0]) => first))).toBe(true)
    if (bins.length === neighbours(sizes, capacity)) expect(isRising(bins.flat())).toBe(true)
    expect(packBins(sizes, capacity)).toEqual(bins)
  })
})

describe('bins', () => {
  test('are filled evenly: no mail with a single picture behind two full ones', () =>
    expect(
      packBins(
        Array.from({ length: 20 }, () => 5),
        44,
      ).map((bin) => bin.length),
    ).toEqual([7, 7, 6]))
  test('are mixed only where that saves one', () => {
    expect(packBins([6, 6, 4, 4], 10)).toEqual([[0, 2], [1, 3]]) // prettier-ignore
    expect(packBins([6, 4, 6, 4], 10)).toEqual([[0, 1], [2, 3]]) // prettier-ignore
  })
  test('stay in order where that just fits', () =>
    expect(packBins([5, 3, 2, 5, 4, 1], 10)).toEqual([[0, 1, 2], [3, 4, 5]])) // prettier-ignore
  test('that nothing limits are one', () => {
    expect(packBins([5, 3], Infinity)).toEqual([[0, 1]])
    expect(packBins([], Infinity)).toEqual([])
  })
  test('hold what just fits, and nothing at all', () => {
    expect(packBins([10], 10)).toEqual([[0]])
    expect(packBins([], 10)).toEqual([])
    expect(packBins([0, 0, 0], 10)).toEqual([[0, 1, 2]])
  })
  test('of a hundred thousand sizes are still found', () => {
    const next = random(7)
    const sizes = Array.from({ length: 100_000 }, () => 1 + Math.floor(next() * 60))
    // A search of every bin for every size would be several thousand million steps.
    expect(packBins(sizes, 100).length).toBeGreaterThanOrEqual(Math.ceil(sum(sizes) / 100))
  })
})
