import { paperWords } from '../wording/paper-words.ts'
import type { Entry } from './paper.ts'

export interface ContinuedEntries {
  readonly shown: readonly Entry[]
  /** What goes on behind the signatures. */
  readonly rest: readonly Entry[]
}

/**
 * Entries cut down until they fit above the signatures: the one with the most lines loses its last, again and again.
 * Each that was cut says so, and its other lines stand in `rest`. At least one line of each stays.
 */
export function continueEntries(
  entries: readonly Entry[],
  heightOf: (entries: readonly Entry[]) => number,
  room: number,
): ContinuedEntries {
  const kept = entries.map(({ lines }) => lines.length)
  const shown = () => entries.map((entry, index) => shortened(entry, kept[index] ?? 0))
  while (heightOf(shown()) > room) {
    const most = Math.max(...kept.filter((_, index) => entries[index]?.wide))
    if (!(most > 1)) break
    const longest = kept.findIndex((count, index) => count === most && entries[index]?.wide)
    // The line that says so takes the place of one itself.
    kept[longest] = most === entries[longest]?.lines.length ? Math.max(most - 2, 1) : most - 1
  }
  const rest = entries.flatMap(({ label, lines, wide }, index) => {
    const behind = lines.slice(kept[index])
    return behind.length > 0 ? [{ label: paperWords.rest(label), lines: behind, wide }] : []
  })
  return { shown: shown(), rest }
}

function shortened(entry: Entry, count: number): Entry {
  const behind = entry.lines.length - count
  return behind <= 0
    ? entry
    : { ...entry, lines: [...entry.lines.slice(0, count), paperWords.moreBehind(behind)] }
}
