import type { Bound } from '../../../shared/notice/bound.ts'
import { requirementsOf } from '../../../shared/notice/choose.ts'
import type { Field } from '../../../shared/notice/field.ts'
import type { Task } from '../../../shared/notice/task.ts'

/** A field of the task as a column of the grid. */
export interface Column {
  readonly field: Field
  readonly required: boolean
  /** The most or least 字 that the text may have. */
  readonly limit: Bound | undefined
  /** Narrowest width, in px. */
  readonly least: number
}

/** Room for a text by its width in a workbook: a name of five 字 fits into the narrowest. */
const narrowest = 84
const widest = 140
const pxByCharacter = 6.5

/** The columns of a task: its fields that are not optional, in the notice's order. */
export function columnsOf(task: Task): Column[] {
  const required = new Set(requirementsOf(task, 'text-required').map(({ field }) => field))
  const limits = new Map(requirementsOf(task, 'text-limit').map(({ field, bound }) => [field, bound]))
  return task.fields
    .filter(({ optional, type }) => optional !== true && type !== 'sequence')
    .map((field) => ({
      field,
      required: required.has(field.key),
      limit: limits.get(field.key),
      least: Math.round(Math.min(widest, Math.max(narrowest, (field.width ?? 12) * pxByCharacter))),
    }))
}

/** Width of the thumbnail, of the names and of the verdict, in px. */
const fixed = { thumb: 88, name: 112, check: 98 }

/** The grid's columns in CSS, and how wide they are at the least. */
export function trackSizes(columns: readonly Column[]): { readonly tracks: string; readonly least: number } {
  // Where there is room, most of it goes to the paragraphs.
  const fields = columns.map(({ least, field }) => {
    const share = field.type === 'paragraph' ? least * 2 : least
    return `minmax(${least}px, ${share}fr)`
  })
  return {
    tracks: [
      `${fixed.thumb}px minmax(${fixed.name}px, 160fr)`,
      ...fields,
      `minmax(${fixed.check}px, 110fr)`,
    ].join(' '),
    least: columns.reduce((sum, { least }) => sum + least, fixed.thumb + fixed.name + fixed.check),
  }
}
