import { fillLines, fillTemplate, type Tokens } from '../naming/fill-template.ts'
import type { ColumnUse, ColumnUses } from '../lists/columns.ts'
import type { ListTask } from '../lists/table-header.ts'
import type { DocumentTemplate } from '../notice/task.ts'
import type { Submission } from '../project/submission.ts'
import { listCells } from './list-cells.ts'

/** A column of the list as the notice lays it out. */
export interface ListColumn {
  readonly label: string
  /** Relative to the others. */
  readonly width: number
  /** Null where it holds no field of its own. */
  readonly use: ColumnUse | null
  readonly template: string
  /** Turned on by the clerk: the workbook that is shipped has no column for it. */
  readonly added: boolean
}

/** A list's content before any file format. */
export interface ListContent {
  readonly title: string
  readonly annexLabel: string | undefined
  readonly preamble: readonly string[]
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** The document of a task that is the list itself; others only go with it. */
export const listDocument = (task: ListTask): DocumentTemplate | undefined =>
  task.documents.find(({ formats }) => formats.includes('xlsx'))

/** The columns of the list: those of the notice, and before the note (or at the end) the optional ones turned on. */
export function listColumns(
  document: DocumentTemplate,
  task: ListTask,
  turnedOn: readonly string[] = [],
): ListColumn[] {
  const keys = new Set(task.fields.map(({ key }) => key))
  const own = document.columns.map(({ label, width, template }): ListColumn => {
    const key = /^\{(\w+)\}$/.exec(template)?.[1]
    const use = key !== undefined && keys.has(key) ? ({ field: key, part: 'whole' } as const) : null
    return { label, width, template, use, added: false }
  })
  const there = new Set(own.map(({ use }) => use?.field))
  const added = task.fields
    .filter(({ key, optional }) => optional && turnedOn.includes(key) && !there.has(key))
    .map(({ key, label, width = 10 }): ListColumn => ({
      label,
      width,
      template: `{${key}}`,
      use: { field: key, part: 'whole' },
      added: true,
    }))
  const note = own.findIndex(({ use }) => use?.field === noteKey)
  return own.toSpliced(note < 0 ? own.length : note, 0, ...added)
}

/** 备注 stands last in every list. */
const noteKey = 'note'

export const usesOf = (columns: readonly ListColumn[]): ColumnUses => columns.map(({ use }) => use)

/** What the list says, with every row of the submission. */
export function listContent(
  document: DocumentTemplate,
  task: ListTask,
  submission: Submission,
  tokens: Tokens,
): ListContent {
  const columns = listColumns(document, task, submission.columns)
  const uses = usesOf(columns)
  // A row's blank 联系人 is blank: the unit's own must not stand in for it.
  const blank = Object.fromEntries(task.fields.map(({ key }) => [key, '']))
  return {
    title: fillTemplate(document.title, tokens),
    annexLabel: document.annexLabel,
    preamble: fillLines(document.preamble, tokens).flatMap((line) => line.split('\n')),
    columns,
    rows: submission.rows.map((row, index) => {
      const cells = listCells(row, index + 1, uses, task)
      const all = { ...tokens, ...blank, ...row.fields, seq: String(index + 1) }
      return columns.map(({ use, template }, column) =>
        use ? (cells[column] ?? '') : fillTemplate(template, all),
      )
    }),
  }
}
