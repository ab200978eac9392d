import { mostColumns } from './table-bounds.ts'

/**
 * Writes blank cells where rows of a Word document begin further to the right (`w:gridBefore`, ECMA-376 part 1, 17.4.15).
 * mammoth takes no notice of it: every cell would stand in the column of another, and merged cells beside their own.
 */
export function withCellsBefore(xml: Buffer): Buffer {
  if (!xml.includes(':gridBefore')) return xml
  let depth = 0
  let columns = 0
  // Byte by byte: what is not looked for stays as it is in any encoding that has ASCII in it.
  const text = xml
    .toString('latin1')
    .replace(
      /<(\/?)(\w+):(trPr|gridBefore)\b([^<>]*)>/g,
      (tag, closing: string, prefix: string, name: string, rest: string) => {
        if (rest.endsWith('/') && name === 'trPr') return tag
        // Properties from before a tracked change lie within the row's own.
        if (name === 'gridBefore') {
          if (depth === 1) columns = Number(/:val=["'](\d{1,9})["']/.exec(rest)?.[1] ?? 0)
          return tag
        }
        depth += closing === '' ? 1 : -1
        if (closing === '' || depth > 0 || columns === 0) return tag
        const cell = blankCell(prefix, Math.min(columns, mostColumns))
        columns = 0
        return `${tag}${cell}`
      },
    )
  return Buffer.from(text, 'latin1')
}

const blankCell = (prefix: string, columns: number): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p/></w:tc>`.replaceAll('w:', `${prefix}:`)
