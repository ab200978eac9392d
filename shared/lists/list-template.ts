import { z } from 'zod'
import { ColumnUses } from './columns.ts'

/** The clerk's own official blank workbook, as a list is written into it. A copy lies in the data folder. */
export const ListTemplate = z.object({
  /** SHA-256 of the workbook: the engine keeps the copy under it. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** The file's name as the clerk knows it. */
  name: z.string(),
  sheet: z.string(),
  /** The last row of the header, from 1: what is filled in begins below it. */
  headerRow: z.number().int().positive(),
  /** Header texts by column, two-row headers joined. */
  labels: z.array(z.string()),
  uses: ColumnUses,
})
export type ListTemplate = z.infer<typeof ListTemplate>
