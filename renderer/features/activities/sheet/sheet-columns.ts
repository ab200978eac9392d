import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Field } from '../../../../shared/notice/field.ts'
import type { Task } from '../../../../shared/notice/task.ts'

/** A field of the list as a column of the sheet. */
export interface SheetColumn {
  readonly field: Field
  readonly required: boolean
  /** Narrowest width, in px. */
  readonly least: number
}

const pxByCharacter = 8
const narrowest = 96
/** 2023年9月17日 in one line, in px. */
const wholeDay = 128
/** The column of row numbers, in px. */
export const headWidth = 56

/** Fields that a clerk fills in, in the notice's order; optional ones where they are turned on. */
export function sheetColumns(task: Task, on: readonly string[]): SheetColumn[] {
  const required = new Set(requirementsOf(task, 'text-required').map(({ field }) => field))
  return task.fields
    .filter(({ key, optional, type }) => type !== 'sequence' && (optional !== true || on.includes(key)))
    .map((field) => ({
      field,
      required: required.has(field.key),
      least: Math.max(
        field.type === 'activity-time' ? wholeDay : narrowest,
        Math.round((field.width ?? 12) * pxByCharacter),
      ),
    }))
}

/** Fields that can be turned on and off, in the notice's order. */
export const optionalFields = (task: Task): Field[] => task.fields.filter(({ optional }) => optional === true)

/** The sheet's columns in CSS, and how wide they are at the least. */
export function sheetTracks(columns: readonly SheetColumn[]): {
  readonly tracks: string
  readonly least: number
} {
  return {
    tracks: [`${headWidth}px`, ...columns.map(({ least }) => `minmax(${least}px, ${least}fr)`)].join(' '),
    least: columns.reduce((sum, { least }) => sum + least, headWidth),
  }
}
