import { z } from 'zod'

/** One line without control characters: names, subjects and headers are made of it. */
const line = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .trim()

const particular = (longest: number) => z.string().overwrite(line).max(longest)

/** The unit that submits, as the clerk enters it once. */
export const Unit = z.object({
  /** Full name: 沈阳市科协. */
  name: particular(100).min(1),
  /** Class by id, label or alias of the notice: `city`, 各市. */
  class: particular(100).min(1),
  /** 沈阳市; empty or absent where there is none. */
  region: particular(50).optional(),
  contact: particular(50).min(1),
  phone: particular(100).min(1),
})
export type Unit = z.infer<typeof Unit>
