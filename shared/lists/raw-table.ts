import { z } from 'zod'

/**
 * A cell of somebody's table as text. Plain text is a plain string; the object says what the text alone does not tell.
 * Formulas are never run: their text is the result that was saved with them.
 */
export const RawCell = z.union([
  z.string(),
  z.object({
    text: z.string(),
    /** `number`: Excel may have cut zeros off it, or hold a date as a serial number. `error`: #REF! and the like. */
    is: z.enum(['number', 'formula', 'error']).optional(),
    /** The cell is covered by a merged one, whose text this is: it lies `above` (or further), or `beside` to the left. */
    from: z.enum(['above', 'beside']).optional(),
  }),
])
export type RawCell = z.infer<typeof RawCell>

/** A line of a table with something in it. */
export const RawLine = z.object({
  /** As Excel numbers it, from 1; in a Word table the row of the table, in a CSV the record. */
  row: z.number().int().positive(),
  /** From the first column on; what is missing at the end is blank. */
  cells: z.array(RawCell),
  /** A row that the sheet hides, mostly by a filter. It is taken all the same, and told. */
  hidden: z.boolean().optional(),
})
export type RawLine = z.infer<typeof RawLine>

/** One sheet of a workbook, one table of a Word document, or a whole CSV, as it was written by whoever sent it. */
export const RawTable = z.object({
  /** The sheet's name; `表1` for the first table of a document; blank for a CSV. Unique in its file. */
  sheet: z.string(),
  /** A hidden sheet: offered, and not taken unless the clerk says so. */
  hidden: z.boolean(),
  /** The first year of the file's serial numbers of days. */
  epoch: z.union([z.literal(1900), z.literal(1904)]),
  lines: z.array(RawLine),
  /** There is something beyond the last column that is read; lines that have nothing else are blank here. */
  cut: z.literal(true).optional(),
})
export type RawTable = z.infer<typeof RawTable>

/** Why no table could be taken out of a file. */
export const TableProblem = z.discriminatedUnion('problem', [
  /** Neither a workbook nor a CSV nor a Word document; `format` is what it is by its content, as facts name it. */
  z.object({ problem: z.literal('not-a-table-file'), format: z.string() }),
  /** .doc and .wps of the time before 2007: to be saved as .docx first. */
  z.object({ problem: z.literal('old-word') }),
  z.object({ problem: z.literal('encrypted') }),
  /** Cannot be read to its end, or claims what cannot be right. */
  z.object({ problem: z.literal('damaged') }),
  z.object({ problem: z.literal('too-large'), bytes: z.number(), limit: z.number() }),
  z.object({ problem: z.literal('too-many-rows'), rows: z.number(), limit: z.number() }),
  /** Sound, and without a table in it. */
  z.object({ problem: z.literal('no-tables') }),
  /** The system does not let us read it: `reason` is its code (EBUSY, EACCES …). */
  z.object({ problem: z.literal('unreadable'), reason: z.string() }),
])
export type TableProblem = z.infer<typeof TableProblem>

/** A file that was handed in, with the tables in it. */
export const TableFile = z.object({
  /** Path below what was handed in, with `/`; unique in one reading. */
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  tables: z.array(RawTable),
  problem: TableProblem.optional(),
})
export type TableFile = z.infer<typeof TableFile>

export const cellString = (cell: RawCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text
