/** Rows put into a sheet: so many, below this one. */
export interface InsertedRows {
  /** From 1. What lies below moves down. */
  readonly after: number
  readonly count: number
}

const moved = (row: number, { after, count }: InsertedRows): number => (row > after ? row + count : row)

const cell = /^(\$?[A-Z]{0,3}\$?)(\d{1,7})$/

/** A cell's name after the rows were put in: `$B$14` → `$B$16`; what is no name of a cell stays. */
export function shiftCell(name: string, inserted: InsertedRows): string {
  const [, column, row] = cell.exec(name) ?? []
  return column === undefined || row === undefined ? name : `${column}${moved(Number(row), inserted)}`
}

/**
 * A block after the rows were put in: `A5:K14`, `$4:$4`, `B7`, columns stay. `grows`: a block that ends at the row itself
 * takes the new rows in, for they are more of the same; merged cells and the rows repeated in print do not.
 */
export function shiftBlock(block: string, inserted: InsertedRows, grows: boolean): string {
  const [first = '', last] = block.split(':')
  const [, column, row] = cell.exec(last ?? first) ?? []
  if (grows && column !== undefined && Number(row) === inserted.after) {
    const end = `${column}${inserted.after + inserted.count}`
    return `${shiftCell(first, inserted)}:${end}`
  }
  return [first, ...(last === undefined ? [] : [last])].map((one) => shiftCell(one, inserted)).join(':')
}

/** Several blocks with spaces between, as validations and conditional formats name them. */
export const shiftBlocks = (blocks: string, inserted: InsertedRows): string =>
  blocks
    .split(' ')
    .map((block) => shiftBlock(block, inserted, true))
    .join(' ')

/** A text in quotes, a reference into another file (`[1]表!A1`) or a column of a table, or a reference with the sheet that it names, if it names one. */
const references =
  /"(?:[^"]|"")*"|\[[^\]]*\](?:[\p{L}_][\p{L}\p{N}_.]*![$A-Z0-9:]+)?|(?<![\p{L}\p{N}_.$\]'])(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.!])/gu

/**
 * A formula after the rows were put into `sheet`.
 *
 * @param own whether the formula stands on that sheet: references that name none are then to it
 */
export function shiftFormula(
  formula: string,
  inserted: InsertedRows,
  { sheet, own, grows = true }: { readonly sheet: string; readonly own: boolean; readonly grows?: boolean },
): string {
  return formula.replace(references, (whole, named: string | undefined, block: string | undefined) => {
    if (block === undefined) return whole
    const name = named?.replace(/^'|'$/gu, '').replaceAll("''", "'")
    if (name === undefined ? !own : name !== sheet) return whole
    // A single cell is one place and stays one; only a block can take more rows in.
    const shifted = shiftBlock(block, inserted, grows && block.includes(':'))
    return named === undefined ? shifted : `${named}!${shifted}`
  })
}
