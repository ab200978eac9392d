import { z } from 'zod'

/** The unit that submits, as the clerk enters it once. */
export const Unit = z.object({
  /** Full name: 沈阳市科协. */
  name: z.string().trim().min(1),
  /** Class by id, label or alias of the notice: `city`, 各市. */
  class: z.string().trim().min(1),
  /** 沈阳市; empty or absent where there is none. */
  region: z.string().trim().optional(),
  contact: z.string().trim().min(1),
  phone: z.string().trim().min(1),
})
export type Unit = z.infer<typeof Unit>
