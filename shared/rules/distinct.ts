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
    // All empty files are alike; that they are empty is said already.
    const sha256 = item.facts.bytes === 0 ? undefined : item.facts.sha256
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
    ...rememberedSimilar(requirement.distance, originals).map(({ item, others, more }) =>
      finding(
        requirement,
        'similar-picture',
        { item: item.id },
        { expected: { distance: requirement.distance }, actual: { others, more } },
        requirement.similar,
      ),
    ),
  ]
}

/** So many of the earlier files are named; the others are counted. */
const named = 3

/** Pictures of one hash: the first of them, how many there are so far, and the groups that look the same. */
interface Group {
  readonly high: number
  readonly low: number
  readonly names: string[]
  count: number
  readonly alike: Group[]
}

interface Alike {
  readonly item: Item
  readonly others: string[]
  readonly more: number
}

let remembered: { readonly key: string; readonly alike: readonly Alike[] } | undefined

/**
 * The same as `similar`, with the last answer kept: while texts are written the pictures stay the same, and comparing
 * ten thousand of them with one another takes half a second.
 */
function rememberedSimilar(distance: number, items: readonly Item[]): readonly Alike[] {
  const key = [distance, ...items.map((item) => `${item.id} ${tellingHash(item)} ${item.relative}`)].join(
    '\n',
  )
  if (remembered?.key !== key) remembered = { key, alike: similar(distance, items) }
  return remembered.alike
}

/** Each picture that is at most `distance` bits from earlier ones, with those. */
function similar(distance: number, items: readonly Item[]): Alike[] {
  const groups = new Map<string, Group>()
  return items.flatMap((item): Alike[] => {
    const hash = tellingHash(item)
    if (hash === undefined) return []
    let group = groups.get(hash)
    if (!group) {
      group = newGroup(hash, distance, groups.values())
      groups.set(hash, group)
    }
    const others: string[] = []
    let count = 0
    for (const one of [group, ...group.alike]) {
      count += one.count
      if (others.length < named) others.push(...one.names.slice(0, named - others.length))
    }
    group.count += 1
    if (group.names.length < named) group.names.push(item.relative)
    return count === 0 ? [] : [{ item, others, more: count - others.length }]
  })
}

function newGroup(hash: string, distance: number, known: Iterable<Group>): Group {
  const high = parseInt(hash.slice(0, 8), 16)
  const low = parseInt(hash.slice(8), 16)
  const group: Group = { high, low, names: [], count: 0, alike: [] }
  for (const other of known) {
    if (ones(high ^ other.high) + ones(low ^ other.low) > distance) continue
    group.alike.push(other)
    other.alike.push(group)
  }
  return group
}

/** Below this a picture is one even area: all such look the same. */
const leastSharpness = 1

/** The picture's hash where it tells anything: an even area has all bits equal, or bits of noise. */
function tellingHash({ facts: { perceptualHash, sharpness = leastSharpness } }: Item): string | undefined {
  if (perceptualHash === undefined || sharpness < leastSharpness) return undefined
  return /^(?:0{16}|f{16})$/.test(perceptualHash) ? undefined : perceptualHash
}

/** Number of set bits in a 32-bit word. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
