import { z } from 'zod'

/** A line of somebody's table. */
export const LinePlace = z.object({
  /** The file's path below what was handed in. */
  file: z.string(),
  /** Blank where the file has no sheets. */
  sheet: z.string(),
  /** As Excel numbers it, from 1. */
  row: z.number().int().positive(),
})
export type LinePlace = z.infer<typeof LinePlace>

/** Where a row of a list came from. */
export const Origin = LinePlace.extend({
  /**
   * A short mark of what was read there, before anybody edited it: the same line is known again by it, whatever the row
   * says now, and is told from another county's line in a file of the same name.
   */
  mark: z.string().optional(),
})
export type Origin = z.infer<typeof Origin>
