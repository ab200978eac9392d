import type { TableDocument } from './table-document.ts'

type Orientation = TableDocument['orientation']

/** GB/T 9704-2012, 5.2.1 and office habit: distances from the edge of the paper, in millimetres. */
export const pageMargins = { top: 37, right: 26, bottom: 35, left: 28 } as const

/** For working lists, which nobody binds or files: as narrow as office printers print. */
const narrowMargins = { top: 15, right: 12, bottom: 15, left: 15 } as const

type Margins = Readonly<Record<keyof typeof pageMargins, number>>

export const marginsOf = ({ compact = false }: Pick<TableDocument, 'compact'>): Margins =>
  compact ? narrowMargins : pageMargins

/** From the paper's lower edge to the page number, in millimetres (GB/T 9704-2012, 7.5: below the type area). */
export const footerDistance = 25

/** A4, in millimetres. */
export const paper = { short: 210, long: 297 } as const

/** The width between the margins, in millimetres. */
export function printableWidth(orientation: Orientation, margins: Margins = pageMargins): number {
  const width = orientation === 'portrait' ? paper.short : paper.long
  return width - margins.left - margins.right
}

/** The height between the margins, in millimetres. */
export function printableHeight(orientation: Orientation, margins: Margins = pageMargins): number {
  const height = orientation === 'portrait' ? paper.long : paper.short
  return height - margins.top - margins.bottom
}

/** Twentieths of a point, Word's unit of length. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)
export const inches = (millimetres: number): number => millimetres / 25.4
