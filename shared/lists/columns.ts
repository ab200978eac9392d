import { z } from 'zod'
import { FieldKey } from '../notice/field.ts'

/** What a column of somebody's table holds: a field, or the part of one that composites of the notice speak of. */
export const ColumnUse = z.object({
  /** With `name-and-phone` the field of the name; the notice's composite says where the phone goes. */
  field: FieldKey,
  part: z.enum(['whole', 'start', 'end', 'day', 'hours', 'name-and-phone']),
})
export type ColumnUse = z.infer<typeof ColumnUse>

/** By column from the left: its use, or null where it is left alone. */
export const ColumnUses = z.array(ColumnUse.nullable())
export type ColumnUses = z.infer<typeof ColumnUses>

/** How a table's columns are to be understood, for the next table with the same headers. */
export const RememberedColumns = z.object({
  /** The headers as `headerKey` joins them. */
  headers: z.string(),
  uses: ColumnUses,
})
export type RememberedColumns = z.infer<typeof RememberedColumns>

/** What is worth remembering: headers of a list, not whole texts that stood where one was looked for. */
export const MemorableColumns = RememberedColumns.extend({
  headers: z.string().max(4000),
  uses: ColumnUses.max(100),
})
