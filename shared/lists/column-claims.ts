import { bareLabel } from '../text/header-label.ts'
import type { ColumnUses } from './columns.ts'
import { type Meaning, rank, type Vocabulary } from './header-words.ts'

/** Between the texts of a header in two rows. Inside a text it is written half-width. */
export const joint = '／'

/** What one column may hold by its header. */
export interface ColumnMeanings {
  readonly meanings: readonly Meaning[]
  /** Only an upper line of the header says so, while its lowest line has a text of its own. */
  readonly byUpper: boolean
}

/** Uses by column, and how sure they are on the whole. */
export interface Proposal {
  readonly uses: ColumnUses
  readonly score: number
  /** Fields whose column bears their name, not only has it in its text. */
  readonly sure: ReadonlySet<string>
}

/** What the header of one column means; `shared` when an upper text stands over its neighbour too. */
export function meaningsOf(label: string, shared: boolean, vocabulary: Vocabulary): ColumnMeanings {
  const found = ordinaryMeanings(label, shared, vocabulary)
  const halves = vocabulary.halves(label.split(joint).at(-1) ?? '')
  return { ...found, meanings: [...found.meanings, ...halves] }
}

function ordinaryMeanings(label: string, shared: boolean, vocabulary: Vocabulary): ColumnMeanings {
  const texts = label.split(joint)
  const lowest = texts.at(-1) ?? ''
  if (lowest === '') return { meanings: [], byUpper: false }
  const uppers = texts.slice(0, -1).toReversed()
  const edges = uppers.flatMap((upper) => vocabulary.edgeBelow(lowest, upper))
  if (edges.length > 0) return { meanings: edges, byUpper: false }
  const joined = uppers.length === 0 ? [] : [texts.join(''), texts.join('/')]
  // Two lines of one column alone are rather one text: 联系 over 电话.
  const lower = shared ? [lowest, ...joined] : [...joined, lowest]
  for (const find of [vocabulary.equal, vocabulary.containing]) {
    for (const text of lower) {
      const meanings = find(text)
      if (meanings.length > 0) return { meanings, byUpper: false }
    }
    for (const upper of uppers) {
      const meanings = find(upper)
      // A hint in brackets below a text is part of it: 活动内容 over （100字以内）.
      if (meanings.length > 0) return { meanings, byUpper: bareLabel(lowest) !== '' }
    }
  }
  return { meanings: [], byUpper: false }
}

/** Columns that one meaning takes together, and the fields that are then no longer free. */
interface Claim {
  readonly places: readonly { readonly column: number; readonly meaning: Meaning }[]
  readonly fields: readonly string[]
  readonly rank: number
}

/** Gives each field to the column that claims it most surely. */
export function assignUses(columns: readonly (readonly Meaning[])[]): Proposal {
  const first = assign(columns.map((meanings) => meanings.filter(({ fallback }) => !fallback)))
  const claimed = new Set(first.fields)
  // What no column is named after may be under a name that otherwise means another field: 主要内容.
  const withFallbacks = columns.map((meanings) =>
    meanings.flatMap((meaning) => {
      if (!meaning.fallback) return [meaning]
      return meaning.fields.some((field) => claimed.has(field)) ? [] : [{ ...meaning, rank: -1 }]
    }),
  )
  return assign(withFallbacks)
}

function assign(columns: readonly (readonly Meaning[])[]): Proposal & { readonly fields: readonly string[] } {
  const uses: (ColumnUses[number] | undefined)[] = columns.map(() => undefined)
  const taken = new Set<string>()
  const certain = new Set<string>()
  let score = 0
  for (const { places, fields, rank: sure } of claimsOf(columns)) {
    if (fields.some((field) => taken.has(field))) continue
    if (places.some(({ column }) => uses[column] !== undefined)) continue
    for (const field of fields) taken.add(field)
    for (const { column, meaning } of places) uses[column] = meaning.use
    score += fields.length * (sure >= rank.part ? 1 : 3)
    if (sure < rank.part) for (const field of fields) certain.add(field)
  }
  return { uses: uses.map((use) => use ?? null), score, sure: certain, fields: [...taken] }
}

function claimsOf(columns: readonly (readonly Meaning[])[]): Claim[] {
  const placed = columns.flatMap((meanings, column) => meanings.map((meaning) => ({ column, meaning })))
  const single = placed
    .filter(({ meaning }) => meaning.use.part === 'whole' || meaning.use.part === 'name-and-phone')
    .flatMap((place): Claim[] => {
      const { fields, use } = place.meaning
      const claim = { places: [place], fields, rank: place.meaning.rank }
      if (use.part !== 'name-and-phone') return [claim]
      // Where another column has the name, this one is still the phone, and the other way round.
      const alone = fields.toReversed().map((field): Claim => {
        const meaning: Meaning = { ...place.meaning, use: { field, part: 'whole' }, fields: [field] }
        return { places: [{ ...place, meaning }], fields: [field], rank: rank.fallback }
      })
      return [claim, ...alone]
    })
  return [...single, ...edgeClaims(placed), ...halfClaims(placed)].toSorted(
    (one, other) => one.rank - other.rank || columnOf(one) - columnOf(other),
  )
}

const columnOf = ({ places }: Claim): number => places[0]?.column ?? 0

/** Start and end count together; a start alone is the whole time. */
function edgeClaims(placed: Claim['places']): Claim[] {
  return placed
    .filter(({ meaning }) => meaning.use.part === 'start')
    .map((start): Claim => {
      const { field } = start.meaning.use
      const end = placed.find(({ meaning: { use } }) => use.part === 'end' && use.field === field)
      // A column that is the time by its own name goes first: beside 日期, 开始时间 is an hour.
      if (end) return { places: [start, end], fields: [field], rank: start.meaning.rank + 0.5 }
      const meaning: Meaning = { ...start.meaning, use: { field, part: 'whole' } }
      return { places: [{ ...start, meaning }], fields: [field], rank: rank.fallback }
    })
}

/** Days and hours count together or not at all, before a column that could be the whole time. */
function halfClaims(placed: Claim['places']): Claim[] {
  return placed
    .filter(({ meaning }) => meaning.use.part === 'day')
    .flatMap((day): Claim[] => {
      const { field } = day.meaning.use
      const hours = placed.find(({ meaning: { use } }) => use.part === 'hours' && use.field === field)
      return hours ? [{ places: [day, hours], fields: [field], rank: rank.exact - 0.5 }] : []
    })
}
