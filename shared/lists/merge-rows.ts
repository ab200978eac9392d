import type { LinePlace, Origin } from '../project/origin.ts'
import type { FieldValues, Row } from '../project/submission.ts'
import { shortMark } from '../text/short-mark.ts'
import type { ListTask } from './list-task.ts'
import { type Compared, isFilled, RowComparison } from './row-comparison.ts'

/** What a line says, and where it stands. */
export interface Candidate extends Compared {
  readonly original: FieldValues
  readonly place: LinePlace
}

interface Entry {
  /** Its origins are those below. */
  row: Row
  readonly origins: Origin[]
  readonly unitAbove: boolean
  /** It was in the list before, and differs now. */
  changed: boolean
  readonly isNew: boolean
}

/** So many rows of one name, time and place are compared; others of them stand beside each other in the list. */
const mostCompared = 50

/**
 * Rows of a list while lines are put to them. A line that is read again as it was is the row that it became, whatever
 * the clerk has made of it. Any other that says the same as a row, or a part of it, is merged into it and its origin
 * noted. Nothing that is written is lost: texts that contradict each other are two rows.
 */
export class RowMerger {
  readonly #entries: Entry[] = []
  readonly #byOrigin = new Map<string, Entry>()
  readonly #byContent = new Map<string, Entry[]>()
  readonly #bySubject = new Map<string, Entry[]>()
  readonly #comparison: RowComparison
  readonly #newId: () => string

  constructor(task: ListTask, rows: readonly Row[], newId: () => string) {
    this.#comparison = new RowComparison(task)
    this.#newId = newId
    for (const row of rows)
      this.#enter({ row, origins: [...(row.origins ?? [])], unitAbove: false, changed: false, isNew: false })
  }

  get added(): Row[] {
    return this.#entries.filter(({ isNew }) => isNew).map(rowOf)
  }

  get changed(): Row[] {
    return this.#entries.filter(({ isNew, changed }) => !isNew && changed).map(rowOf)
  }

  /** The row that the line was merged into; undefined when it became a row of its own. */
  put(line: Candidate): { readonly into: LinePlace | undefined } | undefined {
    const { fields, original, place, unitAbove } = line
    const origin = { ...place, mark: markOf(fields) }
    const again = this.#byOrigin.get(originKey(origin))
    const same = again ?? this.#sameAs(line)
    if (same) {
      const [first] = same.origins
      if (!again) this.#merge(same, line, origin)
      return { into: first && placeOf(first) }
    }
    const row: Row = {
      id: this.#newId(),
      fields: { ...fields },
      ...(Object.keys(original).length > 0 && { original: { ...original } }),
    }
    this.#enter({ row, origins: [origin], unitAbove, changed: false, isNew: true })
    return undefined
  }

  #sameAs(line: Candidate): Entry | undefined {
    const content = this.#comparison.contentKey(line)
    const equal = content === undefined ? [] : (this.#byContent.get(content) ?? [])
    const subject = this.#comparison.subjectKey(line)
    const near = subject === undefined ? [] : (this.#bySubject.get(subject) ?? [])
    return (
      equal.find((entry) => this.#comparison.agreesBeside(comparedOf(entry), line)) ??
      near.find((entry) => this.#comparison.isPart(comparedOf(entry), line))
    )
  }

  #merge(entry: Entry, { fields, original }: Candidate, origin: Origin): void {
    const { row, origins } = entry
    const missing = Object.keys(fields).filter((field) => !isFilled(row.fields, field))
    const originals = missing.filter((field) => original[field] !== undefined)
    entry.row = {
      ...row,
      fields: { ...row.fields, ...picked(fields, missing) },
      ...(originals.length > 0 && { original: { ...row.original, ...picked(original, originals) } }),
    }
    // A line that was corrected stands where it stood.
    const known = origins.findIndex((one) => samePlace(one, origin))
    if (known < 0) origins.push(origin)
    else origins[known] = origin
    entry.changed = true
    this.#byOrigin.set(originKey(origin), entry)
    if (missing.length > 0) this.#index(entry)
  }

  #enter(entry: Entry): void {
    this.#entries.push(entry)
    this.#index(entry)
    for (const origin of entry.origins) {
      const key = originKey(origin)
      if (origin.mark !== undefined && !this.#byOrigin.has(key)) this.#byOrigin.set(key, entry)
    }
  }

  #index(entry: Entry): void {
    const compared = comparedOf(entry)
    shelve(this.#byContent, this.#comparison.contentKey(compared), entry)
    shelve(this.#bySubject, this.#comparison.subjectKey(compared), entry)
  }
}

function shelve(shelves: Map<string, Entry[]>, key: string | undefined, entry: Entry): void {
  if (key === undefined) return
  const shelf = shelves.get(key)
  if (shelf === undefined) shelves.set(key, [entry])
  else if (shelf.length < mostCompared && !shelf.includes(entry)) shelf.push(entry)
}

const originKey = ({ file, sheet, row, mark }: Origin): string => JSON.stringify([file, sheet, row, mark])
const placeOf = ({ file, sheet, row }: LinePlace): LinePlace => ({ file, sheet, row })
const samePlace = (one: LinePlace, other: LinePlace): boolean =>
  one.row === other.row && one.file === other.file && one.sheet === other.sheet

/** The order of a table's columns says nothing. */
const markOf = (fields: FieldValues): string =>
  shortMark(JSON.stringify(Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))))

const comparedOf = ({ row: { fields }, unitAbove }: Entry): Compared => ({ fields, unitAbove })

const rowOf = ({ row, origins }: Entry): Row => (origins.length > 0 ? { ...row, origins } : row)

const picked = (fields: FieldValues, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, fields[key] ?? '']))
