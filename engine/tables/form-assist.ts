import type { Worksheet } from 'exceljs'
import { requirementsOf } from '../../shared/notice/choose.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { FieldColumn, FormColumn } from './form-layout.ts'
import type { ChoiceRanges } from './form-marker.ts'
import { guidance } from './form-wording.ts'
import { addHelp, type CellHelp } from './validations.ts'
import { breaksLimit } from './word-count-formula.ts'

const colors = { unfilled: 'FFFFF7D6', tooLong: 'FFC00000' } as const

/** What helps while typing in rows `first` to `last`: hints, drop-downs, yellow for what is still to fill in, red counts. */
export function addAssistance(
  sheet: Worksheet,
  columns: readonly FormColumn[],
  task: Task,
  choices: ChoiceRanges,
  { first, last }: { readonly first: number; readonly last: number },
): void {
  const strict = strictFields(task)
  for (const [index, column] of columns.entries()) {
    const { letter } = sheet.getColumn(index + 1)
    const range = `${letter}${first}:${letter}${last}`
    const top = `${letter}${first}`
    if (column.role === 'count') {
      const style = { font: { bold: true, color: { argb: colors.tooLong } } }
      paint(sheet, range, breaksLimit(top, column.limit.bound), style)
    }
    if (column.role !== 'field') continue
    if (column.required) {
      const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: colors.unfilled } } as const
      paint(sheet, range, `LEN(TRIM(${top}))=0`, { fill })
    }
    addHelp(sheet, range, helpOf(column, choices, strict))
  }
}

/** Fields for which the notice refuses other values than the choices. */
const strictFields = (task: Task): ReadonlySet<string> =>
  new Set(
    requirementsOf(task, 'choice').flatMap(({ severity, field }) => (severity === 'error' ? [field] : [])),
  )

function helpOf(column: FieldColumn, choices: ChoiceRanges, strict: ReadonlySet<string>): CellHelp {
  const range = choices.get(column.field.key)
  return {
    title: column.field.label,
    text: guidance(column),
    ...(range === undefined ? {} : { choices: range, strict: strict.has(column.field.key) }),
  }
}

type Style = NonNullable<Parameters<Worksheet['addConditionalFormatting']>[0]['rules'][number]['style']>

function paint(sheet: Worksheet, ref: string, condition: string, style: Style): void {
  sheet.addConditionalFormatting({
    ref,
    rules: [{ type: 'expression', priority: 1, formulae: [condition], style }],
  })
}
