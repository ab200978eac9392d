import type { ColumnUse } from '../../../../shared/lists/columns.ts'
import { fieldLabel } from '../../../../shared/notice/choose.ts'
import type { CompositeField } from '../../../../shared/notice/field.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { requiredFields, keyOfUse } from './column-uses.ts'

/** What a column may hold, as it is offered. */
export interface FieldChoice {
  readonly value: string
  readonly label: string
  readonly use: ColumnUse
}
export interface FieldChoices {
  /** Fields that must be filled in. */
  readonly required: readonly FieldChoice[]
  readonly others: readonly FieldChoice[]
  /** Columns that lists have only where the clerk turns them on. */
  readonly optional: readonly FieldChoice[]
  /** Two fields in one column, or one in two. */
  readonly composite: readonly FieldChoice[]
}

/** Everything that a column of somebody's table may hold, in the notice's order. */
export function fieldChoices(task: ListTask): FieldChoices {
  const required = new Set(requiredFields(task).map(({ key }) => key))
  const whole = task.fields.map(({ key, label }) => choice({ field: key, part: 'whole' }, label))
  const isOptional = new Set(task.fields.flatMap(({ key, optional }) => (optional ? [key] : [])))
  const isRequired = ({ use }: FieldChoice) => required.has(use.field)
  return {
    required: whole.filter(isRequired),
    others: whole.filter((one) => !isRequired(one) && !isOptional.has(one.use.field)),
    optional: whole.filter((one) => !isRequired(one) && isOptional.has(one.use.field)),
    composite: task.composites.flatMap((one) => compositeChoices(task, one)),
  }
}

function compositeChoices(task: ListTask, one: CompositeField): FieldChoice[] {
  switch (one.split) {
    case 'name-and-phone':
      return [
        choice(
          { field: one.name, part: 'name-and-phone' },
          `${fieldLabel(task, one.name)}＋${fieldLabel(task, one.phone)}`,
        ),
      ]
    case 'start-and-end':
      return [
        choice({ field: one.field, part: 'start' }, one.start[0] ?? ''),
        choice({ field: one.field, part: 'end' }, one.end[0] ?? ''),
      ]
    case 'day-and-hours':
      return [
        choice({ field: one.field, part: 'day' }, `日期（与时段合成${fieldLabel(task, one.field)}）`),
        choice({ field: one.field, part: 'hours' }, `时段（与日期合成${fieldLabel(task, one.field)}）`),
      ]
  }
}

const choice = (use: ColumnUse, label: string): FieldChoice => ({ value: keyOfUse(use), label, use })

export const allChoices = ({
  required,
  others,
  optional,
  composite,
}: FieldChoices): readonly FieldChoice[] => [...required, ...others, ...optional, ...composite]
