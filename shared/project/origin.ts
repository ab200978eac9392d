import { z } from 'zod'

/** Where a row of a list came from. */
export const Origin = z.object({
  /** The file's path below what was handed in. */
  file: z.string(),
  /** Blank where the file has no sheets. */
  sheet: z.string(),
  /** As Excel numbers it, from 1. */
  row: z.number().int().positive(),
})
export type Origin = z.infer<typeof Origin>
