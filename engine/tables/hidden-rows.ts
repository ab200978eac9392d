import type { WorkBook } from '@e965/xlsx'

/** Excel has no more rows. */
const lastRow = 1_048_576

/**
 * Tells in `!rows` of an .xlsx's sheets which rows are hidden, mostly by a filter. SheetJS does so itself for .xls; for
 * .xlsx only together with all colours and widths, at ten times the cost and without any bound.
 *
 * @param parts the parts that the workbook was read from
 */
export function markHiddenRows(workbook: WorkBook, parts: ReadonlyMap<string, Buffer>): void {
  for (const [index, path] of sheetPaths(parts).entries()) {
    const sheet = workbook.Sheets[workbook.SheetNames[index] ?? '']
    const part = path === undefined ? undefined : parts.get(path)
    if (!sheet || !part?.includes('hidden=')) continue
    const rows = (sheet['!rows'] ??= [])
    for (const [tag] of part
      .toString('latin1')
      .matchAll(/<(?:\w+:)?row\b[^<>]*\shidden=["'](?:1|true)["'][^<>]*>/g)) {
      const row = Number(attribute(tag, 'r'))
      if (row >= 1 && row <= lastRow) rows[row - 1] = { hidden: true }
    }
  }
}

/** The part of each sheet, in the workbook's order (ECMA-376 part 1, 18.2.19 and part 2, 8.3). */
function sheetPaths(parts: ReadonlyMap<string, Buffer>): (string | undefined)[] {
  const book = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return [...book.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id'))
    return target?.startsWith('/') ? target.slice(1) : target && `xl/${target.replace(/^\.\//, '')}`
  })
}

/** @param name a regular expression */
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((text) => text !== undefined)
