import type { Worksheet } from 'exceljs'
import { requirementsOf } from '../../shared/notice/choose.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import type { ListColumn } from '../../shared/packing/list-document.ts'
import { addHelp } from '../tables/validations.ts'

/** Excel refuses a longer list of choices, and takes each comma for the end of one. */
const longestList = 255

/** Drop-downs for the fields with choices, anew: exceljs takes those of a workbook apart, cell by cell. */
export function addChoices(
  sheet: Worksheet,
  task: ListTask,
  columns: readonly ListColumn[],
  { first, last }: { readonly first: number; readonly last: number },
): void {
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: { model: object } }
  dataValidations.model = {}
  for (const [index, { use, label }] of columns.entries()) {
    const choices = task.fields.find(({ key }) => key === use?.field)?.choices
    if (!choices || choices.some((one) => /[,"]/u.test(one)) || choices.join(',').length > longestList)
      continue
    const { letter } = sheet.getColumn(index + 1)
    const strict = requirementsOf(task, 'choice').some(
      ({ field, severity }) => field === use?.field && severity === 'error',
    )
    const help = { title: label, text: '', choices: `"${choices.join(',')}"`, strict }
    addHelp(sheet, `${letter}${first}:${letter}${last}`, help)
  }
}
