import { z } from 'zod'
import type { Task } from '../notice/task.ts'
import type { PlannedPart } from './plan.ts'

/** Why files do not go with the others, each of them for itself or together. */
export const Alone = z.object({
  files: z
    .array(z.object({ name: z.string(), kind: z.enum(['image', 'video']), bytes: z.number().int() }))
    .min(1),
  /** What each of them is too large for: an ordinary mail, or a file of the mail's own disks. */
  beyond: z.enum(['mail', 'large']),
  /** What that carries, documents included, in bytes. */
  limit: z.number().int(),
  /** The mail's own disks would take such a file, and are full of the others. */
  full: z.literal(true).optional(),
})
export type Alone = z.infer<typeof Alone>

/**
 * Why the files of a part go by themselves; undefined of an ordinary part.
 *
 * @param cap what one mail carries, in bytes
 */
export function aloneOf(
  { alone, way, items }: Pick<PlannedPart, 'alone' | 'way' | 'items'>,
  cap: number,
  { packaging: { large } }: Pick<Task, 'packaging'>,
): Alone | undefined {
  if (!alone || items.length === 0) return undefined
  const files = items.map(({ name, kind, bytes }) => ({ name, kind, bytes }))
  if (way !== 'disk' || !large) return { files, beyond: 'mail', limit: cap }
  if (files.every(({ bytes }) => bytes > large.bytes)) return { files, beyond: 'large', limit: large.bytes }
  return { files, beyond: 'mail', limit: cap, full: true }
}
