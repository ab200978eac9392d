import type { Finding } from '../findings.ts'
import type { Item } from '../project/submission.ts'
import { type Check, finding, itemsOf } from './context.ts'

/** No file twice: identical bytes, then pictures that look the same. Each later one is named with the earlier. */
export const checkDistinct: Check<'distinct'> = (requirement, context) => {
  const items = itemsOf(context, 'any')
  const findings: Finding[] = []
  const originals: Item[] = []
  const byHash = new Map<string, Item>()
  for (const item of items) {
    const { sha256 } = item.facts
    const first = sha256 === undefined ? undefined : byHash.get(sha256)
    if (first) {
      findings.push(
        finding(
          requirement,
          'same-file',
          { item: item.id },
          { expected: null, actual: { others: [first.relative] } },
        ),
      )
      continue
    }
    if (sha256 !== undefined) byHash.set(sha256, item)
    originals.push(item)
  }
  return [
    ...findings,
    ...similar(requirement.distance, originals).map(([item, others]) =>
      finding(
        requirement,
        'similar-picture',
        { item: item.id },
        { expected: { distance: requirement.distance }, actual: { others } },
        requirement.similar,
      ),
    ),
  ]
}

/** Each picture that is at most `distance` bits from earlier ones, with those. */
function similar(distance: number, items: readonly Item[]): [Item, string[]][] {
  const pictures = items.flatMap((item) => {
    const hash = item.facts.perceptualHash
    return hash === undefined
      ? []
      : [{ item, high: parseInt(hash.slice(0, 8), 16), low: parseInt(hash.slice(8), 16) }]
  })
  const found: [Item, string[]][] = []
  for (const [index, one] of pictures.entries()) {
    const others: string[] = []
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = pictures[earlier]
      if (other && ones(one.high ^ other.high) + ones(one.low ^ other.low) <= distance)
        others.push(other.item.relative)
    }
    if (others.length > 0) found.push([one.item, others])
  }
  return found
}

/** Number of set bits in a 32-bit word. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
