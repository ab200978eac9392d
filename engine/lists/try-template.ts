import { Fault, type TemplateProblem } from '../../shared/faults.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import { listCells } from '../../shared/packing/list-cells.ts'
import { fillForeign } from './fill-foreign.ts'
import { proveList } from './prove-list.ts'
import { type BlankList, recogniseIn } from './recognise-template.ts'
import { templateTables } from './template-tables.ts'

/**
 * Understands somebody's blank workbook, and fills it in once to see that what is written reads back: better now than on
 * the last day.
 *
 * @throws Fault `template-unusable`
 */
export async function tryTemplate(
  content: Buffer,
  path: string,
  task: ListTask,
  now: Date,
): Promise<BlankList> {
  const refuse = (problem: TemplateProblem, cause?: unknown) =>
    new Fault({ code: 'template-unusable', path, problem }, { cause })
  const tables = await templateTables(content, path)
  let blank: BlankList | undefined
  try {
    blank = recogniseIn(content, tables, task)
  } catch (error) {
    throw refuse('unfillable', error)
  }
  if (!blank) throw refuse('no-header')
  if (blank.mergedRows) throw refuse('merged-rows')
  const { sheet, headerRow, uses } = blank
  const fields = Object.fromEntries(task.fields.map(({ key, label }) => [key, `=${label}`]))
  // More rows than any template has ready: what lies below must move as well.
  const rows = Array.from({ length: 40 }, (_, index) => listCells({ fields }, index + 1, uses, task))
  try {
    const filled = fillForeign(content, blank, { task, rows, unit: undefined, now })
    const ground = { ...filled, tables, blank, unit: undefined }
    await proveList({ content: filled.content, spot: { sheet, headerRow, uses } }, rows, task, path, ground)
  } catch (error) {
    throw refuse('unfillable', error)
  }
  return blank
}
