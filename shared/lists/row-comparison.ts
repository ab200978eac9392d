import type { FieldValues } from '../project/submission.ts'
import { comparedFields, type ListTask } from './list-task.ts'
import { sameText } from './same-text.ts'

/** What is compared: the fields of a row or a line. */
export interface Compared {
  readonly fields: FieldValues
  /** Its unit was taken from the heading of the table: it says who sent the line, and nothing of the activity. */
  readonly unitAbove: boolean
}

/** When lines say the same, by the fields of one task. */
export class RowComparison {
  readonly #compared: readonly string[]
  readonly #optional: readonly string[]
  readonly #subject: readonly string[]
  /** Units, contacts and times stand in many rows. */
  readonly #plain = new Map<string, string>()

  constructor(task: ListTask) {
    this.#compared = comparedFields(task)
    this.#optional = task.fields.filter(({ optional }) => optional === true).map(({ key }) => key)
    this.#subject = subjectFields(task)
  }

  /** What a line says, as one text; undefined where it says nothing of an activity. */
  contentKey({ fields }: Compared): string | undefined {
    const values = this.#compared.map((field) => this.#plainOf(fields[field]))
    return values.every((value) => value === '') ? undefined : values.join('\n')
  }

  /** Which activity a line is about; undefined where it does not say. */
  subjectKey({ fields }: Compared): string | undefined {
    const values = this.#subject.map((field) => this.#plainOf(fields[field]))
    return values.length === 0 || values.includes('') ? undefined : values.join('\n')
  }

  /** Of two that are equal in content: none of the optional fields is filled in both and says another thing. */
  agreesBeside(one: Compared, other: Compared): boolean {
    return this.#agree(one, other, this.#optional)
  }

  /** Nothing contradicts, and one says all that the other says. */
  isPart(one: Compared, other: Compared): boolean {
    if (!this.#agree(one, other, [...this.#compared, ...this.#optional])) return false
    const more = (some: Compared, others: Compared) =>
      this.#compared.some((field) => isFilled(some.fields, field) && !isFilled(others.fields, field))
    return !more(one, other) || !more(other, one)
  }

  #agree(one: Compared, other: Compared, fields: readonly string[]): boolean {
    const bySender = one.unitAbove || other.unitAbove
    return fields.every((field) => {
      if (field === 'unit' && bySender) return true
      if (!isFilled(one.fields, field) || !isFilled(other.fields, field)) return true
      return this.#plainOf(one.fields[field]) === this.#plainOf(other.fields[field])
    })
  }

  #plainOf(text = ''): string {
    const known = this.#plain.get(text)
    if (known !== undefined) return known
    const plain = sameText(text)
    this.#plain.set(text, plain)
    return plain
  }
}

export const isFilled = (fields: FieldValues, field: string): boolean => (fields[field] ?? '').trim() !== ''

/** By what two rows are one activity: the fields of the notice's own rule on repeated rows. */
function subjectFields(task: ListTask): readonly string[] {
  const rules = task.requirements.filter(({ kind }) => kind === 'distinct-rows')
  const [longest] = rules
    .flatMap((rule) => (rule.kind === 'distinct-rows' ? [rule.fields] : []))
    .toSorted((one, other) => other.length - one.length)
  return longest ?? []
}
