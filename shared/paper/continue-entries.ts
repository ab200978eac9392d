import { paperWords } from '../wording/paper-words.ts'
import { isPoint } from './entry-lines.ts'
import type { Entry } from './paper.ts'

export interface ContinuedEntries {
  readonly shown: readonly Entry[]
  /** What goes on behind the signatures. */
  readonly rest: readonly Entry[]
}

/** How much room entries take, each line measured once. */
export interface EntryMeasure {
  /** The lines on the sheet that each line of each entry takes. */
  readonly lines: readonly (readonly number[])[]
  /** In millimetres, of entries that take so many lines on the sheet. */
  readonly heightOf: (counts: readonly number[]) => number
  /** What stands of a line on the first so many of the sheet, and what goes on behind. */
  readonly split: (line: string, count: number) => readonly [string, string]
}

/**
 * Entries cut down until they fit above the signatures: none is longer there than the others must be. Each that was cut
 * says so, and its other lines stand in `rest`. A line of each stays at least, if need be in part.
 */
export function continueEntries(
  entries: readonly Entry[],
  measure: EntryMeasure,
  room: number,
): ContinuedEntries {
  const counts = fittingCounts(entries, measure, room)
  const cut = entries.map((entry, index) =>
    shortened(entry, measure.lines[index] ?? [], counts[index] ?? 0, measure.split),
  )
  return {
    shown: cut.map(({ shown }) => shown),
    rest: cut.flatMap(({ shown: { label }, behind }) =>
      behind.length > 0 ? [{ label: paperWords.rest(label), lines: behind, wide: true }] : [],
    ),
  }
}

/** A line of text and the one that says that others follow. */
const fewest = 2

/** How many lines on the sheet each entry gets. */
function fittingCounts(
  entries: readonly Entry[],
  { lines, heightOf }: EntryMeasure,
  room: number,
): readonly number[] {
  const full = lines.map((taken) => taken.reduce((sum, count) => sum + count, 0))
  if (heightOf(full) <= room) return full
  const capped = (cap: number) =>
    full.map((count, index) => (entries[index]?.wide ? Math.min(count, cap) : count))
  let [cap, over] = [fewest, Math.max(fewest + 1, ...full)]
  while (over - cap > 1) {
    const middle = (cap + over) >> 1
    if (heightOf(capped(middle)) <= room) cap = middle
    else over = middle
  }
  // A line that is left over goes to the last that can use it.
  return capped(cap).reduceRight((counts, count, index) => {
    const more = counts.with(index, Math.min(count + 1, full[index] ?? 0))
    return count === cap && heightOf(more) <= room ? more : counts
  }, capped(cap))
}

/** A line that takes more on the sheet than this is cut in two, for it would leave too much room. */
const longLine = 4

function shortened(
  entry: Entry,
  taken: readonly number[],
  count: number,
  split: EntryMeasure['split'],
): { readonly shown: Entry; readonly behind: string[] } {
  if (!entry.wide || taken.reduce((sum, one) => sum + one, 0) <= count) return { shown: entry, behind: [] }
  let left = Math.max(count - 1, 1)
  let whole = 0
  for (; (taken[whole] ?? Infinity) <= left; whole++) left -= taken[whole] ?? 0
  const kept = entry.lines.slice(0, whole)
  const behind = entry.lines.slice(whole)
  const [next, ...others] = behind
  const isCut = next !== undefined && left > 0 && (whole === 0 || (taken[whole] ?? 0) > longLine)
  const [first, rest] = isCut ? split(next, left) : ['', '']
  const notice =
    !isCut && behind.every(isPoint) ? paperWords.moreBehind(behind.length) : paperWords.partBehind
  return isCut
    ? { shown: { ...entry, lines: [...kept, first, notice] }, behind: [rest, ...others] }
    : { shown: { ...entry, lines: [...kept, notice] }, behind }
}
