import type { Severity } from '../../../../shared/findings.ts'
import type { Judged } from '../../../../shared/rules/verdict.ts'
import { findingSentence } from '../../../../shared/wording/finding-sentence.ts'
import { words } from '../wording.ts'

/** How a cell looks for what was found in it: `missing` is still to be written, `kept` was decided with a reason. */
export interface CellMark {
  readonly look: Exclude<Severity, 'note'> | 'missing' | 'kept'
  /** What was found, a line each. */
  readonly text: string
}

/** The key of what is about the row as a whole. */
export const wholeRow = ''

const ranks = { error: 0, warning: 1, missing: 2, kept: 3 } as const satisfies Record<
  CellMark['look'],
  number
>
const known = new WeakMap<readonly Judged[], ReadonlyMap<string, CellMark>>()
const none: ReadonlyMap<string, CellMark> = new Map()

/** The marks of a row's cells, by field; mostly the same objects as long as nothing else is found. */
export function cellMarks(
  judged: readonly Judged[] | undefined,
  rowName: (id: string) => string | undefined,
): ReadonlyMap<string, CellMark> {
  if (!judged) return none
  const before = known.get(judged)
  if (before) return before
  const marks = new Map<string, CellMark>()
  for (const one of judged) {
    const look = lookOf(one)
    if (look === undefined) continue
    const field = one.finding.subject.field ?? wholeRow
    const sentence = findingSentence(one.finding, { rowName })
    const text = one.waived === undefined ? sentence : words.keptBecause(sentence, one.waived)
    const other = marks.get(field)
    marks.set(field, {
      look: other && ranks[other.look] < ranks[look] ? other.look : look,
      text: other ? `${other.text}\n${text}` : text,
    })
  }
  // What speaks of other rows names them by their number, which may change.
  if (!marks.has(wholeRow)) known.set(judged, marks)
  return marks
}

function lookOf({ finding, waived }: Judged): CellMark['look'] | undefined {
  if (waived !== undefined) return 'kept'
  if (finding.severity === 'note') return undefined
  return finding.code === 'text-missing' ? 'missing' : finding.severity
}
