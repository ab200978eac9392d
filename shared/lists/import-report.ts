import { z } from 'zod'
import { LinePlace } from '../project/origin.ts'

/** Why a line of a table became no row of the list. */
export const SkipReason = z.enum([
  'title', // above the header
  'header', // the header itself, or the same once more further down
  'example', // 示例, 例
  'total', // 合计, 小计
  'signature', // 填表人, 审核人, 注
  'remark', // a note that stands under or between the rows
  'no-activity', // nothing in any column that is used, or a number alone
  'hidden-sheet', // on a sheet that is hidden and was not asked for
  'left-out', // on a sheet that the clerk left out
  'no-header', // on a sheet without a header that could be understood
])
export type SkipReason = z.infer<typeof SkipReason>

/** Where every line that was read has gone: `read` = `kept` + `merged.length` + `skipped.length`. */
export const ImportReport = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      read: z.number().int(),
      kept: z.number().int(),
      /** Of those kept, the rows that the sheet hides, mostly by a filter. Absent for none. */
      hiddenRows: z.number().int().optional(),
    }),
  ),
  read: z.number().int(),
  kept: z.number().int(),
  /** Lines that say the same as another: their origin was added to that row. */
  merged: z.array(z.object({ origin: LinePlace, into: LinePlace.optional() })),
  skipped: z.array(z.object({ ...LinePlace.shape, reason: SkipReason, text: z.string() })),
})
export type ImportReport = z.infer<typeof ImportReport>

/** An import that the project remembers. */
export const ImportRecord = z.object({
  id: z.string().min(1),
  /** ISO 8601 in UTC. */
  at: z.string(),
  report: ImportReport,
})
export type ImportRecord = z.infer<typeof ImportRecord>
