import { requirementsOf } from '../../shared/notice/choose.ts'
import type { Field } from '../../shared/notice/field.ts'
import type { RequirementOf } from '../../shared/notice/requirement.ts'
import type { Task } from '../../shared/notice/task.ts'

/** The columns that tell the files apart. The first ties a row to its file; the others are there for the reader. */
export const fileLabels = { file: '原文件名', name: '新文件名', kind: '类型' } as const

/** What a first column may also be called in a form that was made over. */
export const fileSynonyms: readonly string[] = ['原始文件名', '文件原名', '原文件名称']

type Limit = RequirementOf<'text-limit'>

export interface FieldColumn {
  readonly role: 'field'
  readonly field: Field
  /** Reading refuses a form without this column. */
  readonly required: boolean
  readonly limit?: Limit
  /** In units of Excel's column width. */
  readonly width: number
}

export type FormColumn =
  | { readonly role: 'file' | 'name' | 'kind'; readonly width: number }
  | FieldColumn
  /** How many 字 the text in the column before it has. Not read. */
  | { readonly role: 'count'; readonly limit: Limit; readonly width: number }

/** Room to type in, whatever the printed document's width is. */
const leastWidths: Partial<Record<Field['type'], number>> = {
  paragraph: 46,
  text: 18,
  'partial-date': 16,
  'activity-time': 18,
  phone: 16,
  choice: 14,
}

/** The fields a clerk fills in; `turnedOn` are the optional ones that are wanted. Numbering is not for clerks. */
export function fieldColumns(task: Task, turnedOn: (field: Field) => boolean): FieldColumn[] {
  const required = new Set(
    requirementsOf(task, 'text-required')
      .filter(isError)
      .map(({ field }) => field),
  )
  const limits = new Map(requirementsOf(task, 'text-limit').map((limit) => [limit.field, limit]))
  return task.fields
    .filter((field) => field.type !== 'sequence' && (!field.optional || turnedOn(field)))
    .map((field) => {
      const limit = limits.get(field.key)
      return {
        role: 'field',
        field,
        required: required.has(field.key) && !field.optional,
        width: Math.max(field.width ?? 0, leastWidths[field.type] ?? 10),
        ...(limit ? { limit } : {}),
      }
    })
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error'

/** All columns of a form in their order: the file, then what is to be said about it. */
export function formColumns(fields: readonly FieldColumn[]): FormColumn[] {
  return [
    { role: 'file', width: 30 },
    { role: 'name', width: 32 },
    { role: 'kind', width: 7 },
    ...fields.flatMap((column): FormColumn[] =>
      column.limit && column.field.type === 'paragraph'
        ? [column, { role: 'count', limit: column.limit, width: 8 }]
        : [column],
    ),
  ]
}
