import { layColumns } from '../../shared/paper/column-layout.ts'
import { cellPadding, columnWidth, emUnits } from '../documents/sheet-measures.ts'
import { longestWord } from '../../shared/paper/text-lines.ts'

interface Table {
  /** `width` in units of column width, before it is shared out. */
  readonly columns: readonly {
    readonly label: string
    readonly width: number
    /** Words of this column are not to be broken: telephone numbers. */
    readonly whole: boolean
  }[]
  readonly rows: readonly (readonly string[])[]
}

/** 五号 gives way to 小五 and smaller where many columns stand side by side. */
const smallerSizes = [9, 7.5, 6.5]
/** In em: a phone number with its extension; what is longer is broken anyhow. */
const longestWhole = 11

/**
 * Columns that take `total` units in all, and the largest size of letters, from the template's own down, at which no
 * telephone number is broken.
 */
export function shippedWidths(
  table: Table,
  total: number,
  size: number,
): { readonly widths: number[]; readonly size: number } {
  const laid = [size, ...smallerSizes.filter((one) => one < size)].map((one) => ({
    size: one,
    widths: layColumns(table, {
      total: Math.floor(total * 100),
      em: emUnits(one) * 100,
      padding: cellPadding * 100,
    }).map(({ width }) => columnWidth(width / 100)),
  }))
  const whole = laid.find(({ widths, size: one }) => keepsWords(table, widths, emUnits(one)))
  const { widths, size: chosen } = whole ?? laid.at(-1) ?? { widths: [], size }
  return { widths, size: chosen }
}

const keepsWords = ({ columns, rows }: Table, widths: readonly number[], em: number): boolean =>
  columns.every(({ whole }, column) => {
    if (!whole) return true
    const room = ((widths[column] ?? 0) - cellPadding) / em
    return rows.every((row) => {
      const word = longestWord(row[column] ?? '')
      return word <= room || word > longestWhole
    })
  })
