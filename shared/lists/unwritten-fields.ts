import { requirementsOf } from '../notice/choose.ts'
import type { Submission } from '../project/submission.ts'
import type { ListTemplate } from './list-template.ts'
import type { ListTask } from './list-task.ts'

/** A field of the list that has no place in the workbook it is written into. */
export interface UnwrittenField {
  readonly field: string
  readonly label: string
  readonly required: boolean
  /** Rows in which something is written there. */
  readonly rows: number
}

/**
 * What stands in the list and will not stand in the clerk's own workbook, for it has no column for it. Fields that are
 * not shown in the list (optional ones, turned off) are none of the list.
 */
export function unwrittenFields(
  task: ListTask,
  { uses }: Pick<ListTemplate, 'uses'>,
  { rows, columns = [] }: Pick<Submission, 'rows' | 'columns'>,
): UnwrittenField[] {
  const written = new Set(
    uses.flatMap((use) => {
      if (use === null) return []
      const split = task.composites.find(
        (one) => one.split === 'name-and-phone' && use.part === 'name-and-phone' && one.name === use.field,
      )
      return split?.split === 'name-and-phone' ? [split.name, split.phone] : [use.field]
    }),
  )
  const required = new Set(requirementsOf(task, 'text-required').map(({ field }) => field))
  return task.fields
    .filter(({ key, type, optional }) => type !== 'sequence' && (!optional || columns.includes(key)))
    .filter(({ key }) => !written.has(key))
    .map(({ key, label }) => ({
      field: key,
      label,
      required: required.has(key),
      rows: rows.filter(({ fields }) => (fields[key] ?? '').trim() !== '').length,
    }))
    .filter((one) => one.required || one.rows > 0)
}
