import { Fault, type TemplateProblem } from '../../shared/faults.ts'
import type { ListTemplate } from '../../shared/lists/list-template.ts'
import type { ListTask } from '../../shared/lists/table-header.ts'
import type { Tokens } from '../../shared/naming/fill-template.ts'
import type { DocumentTemplate } from '../../shared/notice/task.ts'
import { listCells } from '../../shared/packing/list-cells.ts'
import { listContent, type ListContent, usesOf } from '../../shared/packing/list-document.ts'
import type { Submission } from '../../shared/project/submission.ts'
import type { Ground } from './disturbed-cells.ts'
import { fillForeign } from './fill-foreign.ts'
import type { Templates } from './keep-templates.ts'
import type { WrittenList } from './list-place.ts'
import { proveList } from './prove-list.ts'
import { type BlankList, recogniseIn } from './recognise-template.ts'
import { templateTables } from './template-tables.ts'

export interface ListOrder {
  readonly task: ListTask
  readonly document: DocumentTemplate
  readonly submission: Submission
  readonly tokens: Tokens
  readonly templates: Templates
  readonly now: Date
}

/**
 * The list as a workbook: into the clerk's own template, into the one that is shipped, or laid out from what the notice
 * says. It is read again before anybody gets it.
 *
 * @param name what faults call it
 * @throws Fault `template-unusable`, `package-broken`
 */
export async function writeList(
  order: ListOrder,
  name: string,
): Promise<WrittenList & { readonly below: number }> {
  const { task, document, submission, tokens } = order
  const content = listContent(document, task, submission, tokens)
  const own = submission.template
  const [written, rows] = own
    ? [
        await intoOwn(own, order),
        submission.rows.map((row, index) => listCells(row, index + 1, own.uses, task)),
      ]
    : [await intoOurs(content, order), content.rows]
  const { content: workbook, spot, ground } = written
  const below = await proveList(written, rows, task, name, ground)
  return { content: workbook, spot, below }
}

interface OnGround extends WrittenList {
  readonly ground?: Ground
}

/** The clerk's own workbook, as it was understood when it was chosen. */
async function intoOwn(own: ListTemplate, order: ListOrder): Promise<OnGround> {
  const { task, submission, templates, now } = order
  const refuse = (problem: TemplateProblem, cause?: unknown) =>
    new Fault({ code: 'template-unusable', path: own.name, problem }, { cause })
  const template = await templates.kept(own)
  const tables = await templateTables(template, own.name)
  let blank: BlankList | undefined
  try {
    blank = recogniseIn(template, tables, task, own.sheet)
  } catch (error) {
    throw refuse('unfillable', error)
  }
  if (!blank) throw refuse('no-header')
  const { sheet, uses } = own
  const rows = submission.rows.map((row, index) => listCells(row, index + 1, uses, task))
  try {
    const { unit } = submission
    const filled = fillForeign(template, { ...blank, uses }, { task, rows, unit, now })
    const spot = { sheet, headerRow: blank.headerRow, uses }
    return { content: filled.content, spot, ground: { ...filled, tables, blank: { ...blank, uses }, unit } }
  } catch (error) {
    throw refuse('unfillable', error)
  }
}

async function intoOurs(content: ListContent, order: ListOrder): Promise<OnGround> {
  const { task, document, submission, templates, now } = order
  const unit = submission.unit?.name
  if (document.template !== undefined) {
    // Workbook libraries take longer to load than most calls to run.
    const { fillShipped } = await import('./fill-shipped.ts')
    return fillShipped(await templates.shipped(document.template), { task, content, unit, now })
  }
  const { sheetName, writeWorkbook } = await import('../documents/workbook-document.ts')
  const properties = { title: content.title, author: unit ?? '' }
  const table = { ...content, orientation: document.orientation, properties }
  const headerRow = (content.annexLabel === undefined ? 2 : 3) + content.preamble.length
  return {
    content: await writeWorkbook(table, { now }),
    spot: { sheet: sheetName(content.title), headerRow, uses: usesOf(content.columns) },
  }
}
