import type { Style } from 'exceljs'
import type { ListTask } from '../../shared/lists/table-header.ts'
import { sequenceKeys } from '../../shared/packing/list-cells.ts'
import type { ListContent } from '../../shared/packing/list-document.ts'
import type { ShippedLook } from './shipped-look.ts'
import { shippedWidths } from './shipped-widths.ts'

export interface Filling {
  readonly task: ListTask
  readonly content: ListContent
  /** Undefined while the clerk has not entered it: the template's own blanks then stay. */
  readonly unit: string | undefined
  readonly now: Date
}

/** A column as it is written: its look is the template's, or that of the column before it. */
export interface FilledColumn {
  readonly label: Partial<Style>
  readonly cell: Partial<Style>
  readonly units: number
  readonly numbered: boolean
}

/** Columns as wide in all as the template's, each with its look. */
export function layOut(look: ShippedLook, { task, content }: Filling): FilledColumn[] {
  const numbers = sequenceKeys(task)
  const phones = new Set(task.fields.flatMap(({ key, type }) => (type === 'phone' ? [key] : [])))
  const total = look.widths.reduce((all, one) => all + one, 0)
  const ownWidth = content.columns.reduce((all, { width, added }) => all + (added ? 0 : width), 0)
  let at = -1
  const columns = content.columns.map((column) => {
    if (!column.added) at += 1
    const label = look.labels[Math.max(at, 0)] ?? {}
    const cell = look.cells[Math.max(at, 0)] ?? {}
    const width = column.added ? (column.width * total) / ownWidth : (look.widths[at] ?? 1)
    return { ...column, look: { label, cell }, width, whole: phones.has(column.use?.field ?? '') }
  })
  const { widths, size } = shippedWidths({ columns, rows: content.rows }, total, look.size)
  return columns.map(({ look: { label, cell }, use }, index) => ({
    label: sized(label, size),
    cell: sized(cell, size),
    units: widths[index] ?? 1,
    numbered: use !== null && numbers.has(use.field),
  }))
}

export const sized = (style: Partial<Style>, size: number): Partial<Style> => ({
  ...style,
  font: { ...style.font, size },
})
