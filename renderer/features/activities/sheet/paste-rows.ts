import type { Field } from '../../../../shared/notice/field.ts'
import type { EditOf } from '../../../../shared/project/edit.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { fieldText } from '../../media/block-edits.ts'
import type { Box, Place } from './range-moves.ts'

type Values = EditOf<'set-values'>['values']
type Table = readonly (readonly string[])[]

interface Target {
  /** As they are shown. */
  readonly rows: readonly Row[]
  readonly fields: readonly Field[]
  /** What is selected: the block goes to its upper left, and again and again where it fits several times. */
  readonly box: Box
  readonly newId: () => string
}

export interface Pasted {
  readonly values: Values
  /** Rows for what lies below the last one. */
  readonly added: readonly Row[]
  /** Cells with a text that had no column. */
  readonly beyond: number
  /** The corner across from the upper left. */
  readonly end: Place
}

/** What a block of cells changes in a list, and the rows that it needs besides. */
export function pasteRows(block: Table, { rows, fields, box, newId }: Target): Pasted {
  const table = tiled(withoutNumbers(withoutBlankEnd(block), box), box)
  const values: Values = []
  const added: Row[] = []
  let beyond = 0
  let right = box.left
  table.forEach((line, down) => {
    const row = rows[box.top + down]
    const changed: Record<string, string> = {}
    line.forEach((text, along) => {
      const field = fields[box.left + along]
      if (!field) {
        beyond += text.trim() === '' ? 0 : 1
        return
      }
      right = Math.max(right, box.left + along)
      const now = fieldText(field, text)
      if (now !== (row?.fields[field.key] ?? '')) changed[field.key] = now
    })
    if (!row) added.push({ id: newId(), fields: changed })
    else if (Object.keys(changed).length > 0) values.push({ id: row.id, fields: changed })
  })
  return { values, added, beyond, end: { row: box.top + table.length - 1, column: right } }
}

/** A block that fits a whole number of times into what is selected fills it. */
function tiled(table: Table, { top, bottom, left, right }: Box): Table {
  const [height, width] = [bottom - top + 1, right - left + 1]
  const widest = Math.max(1, ...table.map((line) => line.length))
  const isFitting = height % table.length === 0 && width % widest === 0
  if (!isFitting || height * width <= table.length * widest) return table
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => table[row % table.length]?.[column % widest] ?? ''),
  )
}

/** So many columns are rows of somebody's list, with a running number before them. */
const numberedWidth = 4

/** Rows of a list bring their 序号; at the first column, where the names stand, it is passed over. */
function withoutNumbers(table: Table, { left }: Box): Table {
  const start = Number(table[0]?.[0])
  const isNumbered = table.every(
    (line, index) => line.length >= numberedWidth && line[0]?.trim() === String(start + index),
  )
  return left === 0 && isNumbered ? table.map((line) => line.slice(1)) : table
}

/** Lines at the end without anything in them are no rows. */
function withoutBlankEnd(table: Table): Table {
  const last = table.findLastIndex((line) => line.some((text) => text.trim() !== ''))
  return last < 0 ? table.slice(0, 1) : table.slice(0, last + 1)
}

/** What it changes to empty the cells of a box. */
export function clearedValues(rows: readonly Row[], fields: readonly Field[], box: Box): Values {
  const keys = fields.slice(box.left, box.right + 1).map(({ key }) => key)
  return rows.slice(box.top, box.bottom + 1).flatMap(({ id, fields: texts }) => {
    const filled = keys.filter((key) => (texts[key] ?? '') !== '')
    return filled.length === 0 ? [] : [{ id, fields: Object.fromEntries(filled.map((key) => [key, ''])) }]
  })
}

/** The first row's texts given to the rows below it; of a single row, the texts of the row above given to it. */
export function filledDown(rows: readonly Row[], fields: readonly Field[], box: Box): Values {
  const from = rows[box.top === box.bottom ? box.top - 1 : box.top]
  const targets = rows.slice(box.top === box.bottom ? box.top : box.top + 1, box.bottom + 1)
  const keys = fields.slice(box.left, box.right + 1).map(({ key }) => key)
  if (!from) return []
  return targets.flatMap(({ id, fields: texts }) => {
    const changed = keys.filter((key) => (texts[key] ?? '') !== (from.fields[key] ?? ''))
    return changed.length === 0
      ? []
      : [{ id, fields: Object.fromEntries(changed.map((key) => [key, from.fields[key] ?? ''])) }]
  })
}

/** The cells of a box as a table of texts. */
export const textsIn = (rows: readonly Row[], fields: readonly Field[], box: Box): string[][] =>
  rows
    .slice(box.top, box.bottom + 1)
    .map((row) => fields.slice(box.left, box.right + 1).map(({ key }) => row.fields[key] ?? ''))
