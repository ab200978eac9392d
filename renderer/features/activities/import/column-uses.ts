import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { ColumnUse, ColumnUses } from '../../../../shared/lists/columns.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'

/** A use as the value of a choice: `phone.whole`; blank for a column that is left alone. */
export const keyOfUse = (use: ColumnUse | null | undefined): string => (use ? `${use.field}.${use.part}` : '')

/** The fields that must be filled in, in the notice's order. */
export function requiredFields(task: ListTask): ListTask['fields'] {
  const required = new Set(requirementsOf(task, 'text-required').map(({ field }) => field))
  return task.fields.filter(({ key }) => required.has(key))
}

/** The fields that a use fills: both of a name and its phone. */
export function filledBy(use: ColumnUse, { composites }: Pick<ListTask, 'composites'>): string[] {
  if (use.part !== 'name-and-phone') return [use.field]
  const both = composites.find((one) => one.split === 'name-and-phone' && one.name === use.field)
  return both?.split === 'name-and-phone' ? [both.name, both.phone] : [use.field]
}

/** Labels of fields that must be filled in and that no column fills. */
export function missingFields(uses: ColumnUses, task: ListTask): string[] {
  const filled = new Set(uses.flatMap((use) => (use ? filledBy(use, task) : [])))
  return requiredFields(task)
    .filter(({ key }) => !filled.has(key))
    .map(({ label }) => label)
}

/**
 * The uses with one column's changed. No field is filled twice: a column that filled it is left alone from now on.
 * Only a time's beginning and end go together, and its days and hours.
 */
export function assignUse(
  uses: ColumnUses,
  column: number,
  use: ColumnUse | null,
  task: Pick<ListTask, 'composites'>,
): ColumnUses {
  const taken = use ? filledBy(use, task) : []
  const inTheWay = (other: ColumnUse): boolean => {
    if (!use || !filledBy(other, task).some((field) => taken.includes(field))) return false
    const parts = new Set([use.part, other.part])
    return !((parts.has('start') && parts.has('end')) || (parts.has('day') && parts.has('hours')))
  }
  const length = Math.max(uses.length, column + 1)
  return Array.from({ length }, (_, index) => {
    const other = uses[index] ?? null
    if (index === column) return use
    return other && inTheWay(other) ? null : other
  })
}

export const sameUses = (some: ColumnUses, others: ColumnUses): boolean =>
  Array.from({ length: Math.max(some.length, others.length) }).every(
    (_, index) => keyOfUse(some[index]) === keyOfUse(others[index]),
  )
