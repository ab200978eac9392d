import type { Origin } from '../project/origin.ts'
import type { FieldValues, Row } from '../project/submission.ts'
import { comparedFields, type ListTask } from './list-task.ts'
import { plainText } from './read-value.ts'

/** What a line says, and where it stands. */
export interface Candidate {
  readonly fields: FieldValues
  readonly original: FieldValues
  readonly origin: Origin
}

interface Entry {
  /** Its origins are those below. */
  row: Row
  readonly origins: Origin[]
  /** It was in the list before, and differs now. */
  changed: boolean
  readonly isNew: boolean
}

/** So many rows of one name, time and place are compared; others of them stand beside each other in the list. */
const mostCompared = 50

const originKey = ({ file, sheet, row }: Origin): string => JSON.stringify([file, sheet, row])

/**
 * Rows of a list while lines are put to them: a line that says the same as a row, or a part of it, is merged into it
 * and its origin noted. Nothing that is written is lost: texts that contradict each other are two rows.
 */
export class RowMerger {
  readonly #entries: Entry[] = []
  readonly #byContent = new Map<string, Entry>()
  readonly #bySubject = new Map<string, Entry[]>()
  readonly #byOrigin = new Map<string, Entry[]>()
  readonly #compared: readonly string[]
  readonly #subject: readonly string[]
  readonly #optional: readonly string[]
  readonly #newId: () => string
  /** Units, contacts and times stand in many rows. */
  readonly #plain = new Map<string, string>()

  constructor(task: ListTask, rows: readonly Row[], newId: () => string) {
    this.#compared = comparedFields(task)
    this.#subject = subjectFields(task)
    // The unit that reports is often taken from a title, so it differs wherever two units send the same.
    this.#optional = task.fields
      .filter(({ key, optional }) => optional === true && key !== 'unit')
      .map(({ key }) => key)
    this.#newId = newId
    for (const row of rows) this.#enter(newEntry(row, false))
  }

  get added(): Row[] {
    return this.#entries.filter(({ isNew }) => isNew).map(rowOf)
  }

  get changed(): Row[] {
    return this.#entries.filter(({ isNew, changed }) => !isNew && changed).map(rowOf)
  }

  /** The row that the line was merged into; undefined when it became a row of its own. */
  put(line: Candidate): { readonly into: Origin | undefined } | undefined {
    const same = this.#sameAs(line)
    if (same) return this.#merge(same, line)
    const { fields, original, origin } = line
    const row: Row = {
      id: this.#newId(),
      fields: { ...fields },
      origins: [origin],
      ...(Object.keys(original).length > 0 && { original: { ...original } }),
    }
    this.#enter(newEntry(row, true))
    return undefined
  }

  #sameAs(line: Candidate): Entry | undefined {
    const equal = this.#byContent.get(this.#contentKey(line.fields))
    if (equal && this.#agree(equal.row, line, this.#optional)) return equal
    const fromThere = this.#byOrigin.get(originKey(line.origin)) ?? []
    const again = fromThere.find(({ row }) => this.#isPart(row, line, true))
    if (again) return again
    const subject = this.#subjectKey(line.fields)
    if (subject === undefined) return undefined
    return this.#bySubject
      .get(subject)
      ?.slice(0, mostCompared)
      .find(({ row }) => this.#isPart(row, line, false))
  }

  /** Whether one says all that the other says. `again`: the row came from this line, and may have been edited since. */
  #isPart(row: Row, line: Candidate, again: boolean): boolean {
    if (!this.#agree(row, line, [...this.#compared, ...this.#optional], again)) return false
    if (again) return true
    const more = (one: FieldValues, other: FieldValues) =>
      this.#compared.some((field) => isFilled(one, field) && !isFilled(other, field))
    return !more(row.fields, line.fields) || !more(line.fields, row.fields)
  }

  /** No field is filled in both and says another thing. */
  #agree(row: Row, line: Candidate, fields: readonly string[], again = false): boolean {
    return fields.every((field) => {
      if (!isFilled(row.fields, field) || !isFilled(line.fields, field)) return true
      if (this.#plainOf(row.fields[field]) === this.#plainOf(line.fields[field])) return true
      const written = line.original[field] ?? line.fields[field]
      return again && row.original?.[field] !== undefined && row.original[field] === written
    })
  }

  #merge(entry: Entry, { fields, original, origin }: Candidate): { readonly into: Origin | undefined } {
    const { row } = entry
    const into = entry.origins[0]
    const missing = Object.keys(fields).filter((field) => !isFilled(row.fields, field))
    const known = this.#byOrigin.get(originKey(origin))?.includes(entry) ?? false
    // A blank in a row that was read from this very line was made by the clerk.
    if (known) return { into }
    const originals = missing.filter((field) => original[field] !== undefined)
    entry.row = {
      ...row,
      fields: { ...row.fields, ...picked(fields, missing) },
      ...(originals.length > 0 && { original: { ...row.original, ...picked(original, originals) } }),
    }
    entry.origins.push(origin)
    entry.changed = true
    if (missing.length > 0) this.#index(entry)
    this.#noteOrigin(entry, origin)
    return { into }
  }

  #enter(entry: Entry): void {
    this.#entries.push(entry)
    this.#index(entry)
    for (const origin of entry.origins) this.#noteOrigin(entry, origin)
  }

  #index(entry: Entry): void {
    const content = this.#contentKey(entry.row.fields)
    if (!this.#byContent.has(content)) this.#byContent.set(content, entry)
    const subject = this.#subjectKey(entry.row.fields)
    if (subject === undefined) return
    const others = this.#bySubject.get(subject)
    if (others === undefined) this.#bySubject.set(subject, [entry])
    else if (!others.includes(entry) && others.length < mostCompared) others.push(entry)
  }

  #noteOrigin(entry: Entry, origin: Origin): void {
    const key = originKey(origin)
    this.#byOrigin.set(key, [...(this.#byOrigin.get(key) ?? []), entry])
  }

  #plainOf(text = ''): string {
    const known = this.#plain.get(text)
    if (known !== undefined) return known
    const plain = plainText(text)
    this.#plain.set(text, plain)
    return plain
  }

  #contentKey(fields: FieldValues): string {
    return this.#compared.map((field) => this.#plainOf(fields[field])).join('\n')
  }

  /** Undefined where the row does not say which activity it is. */
  #subjectKey(fields: FieldValues): string | undefined {
    const values = this.#subject.map((field) => this.#plainOf(fields[field]))
    return values.length === 0 || values.includes('') ? undefined : values.join('\n')
  }
}

const newEntry = (row: Row, isNew: boolean): Entry => ({
  row,
  origins: [...(row.origins ?? [])],
  changed: false,
  isNew,
})

const rowOf = ({ row, origins }: Entry): Row => (origins.length > 0 ? { ...row, origins } : row)

const isFilled = (fields: FieldValues, field: string): boolean => (fields[field] ?? '').trim() !== ''

const picked = (fields: FieldValues, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, fields[key] ?? '']))

/** By what two rows are one activity: the fields of the notice's own rule on repeated rows. */
function subjectFields(task: ListTask): readonly string[] {
  const rules = task.requirements.filter(({ kind }) => kind === 'distinct-rows')
  const [longest] = rules
    .flatMap((rule) => (rule.kind === 'distinct-rows' ? [rule.fields] : []))
    .toSorted((one, other) => other.length - one.length)
  return longest ?? []
}
