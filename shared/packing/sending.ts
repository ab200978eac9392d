import { z } from 'zod'

/**
 * How a submission goes out: in one mail; in several, each with an archive of its own; as one attachment that the web
 * mail keeps on its own disks (超大附件); or as a folder that is carried on a disk (U盘).
 */
export const PlanKind = z.enum(['one', 'split', 'big', 'disk'])
export type PlanKind = z.infer<typeof PlanKind>

/** How one part goes out. `handed`: the task names no mailbox, the archive is uploaded or handed in. */
export const PartWay = z.enum(['attachment', 'large', 'disk', 'handed'])
export type PartWay = z.infer<typeof PartWay>

/** What the clerk has chosen; whatever is absent is for us to propose. */
export const SendingChoice = z.object({
  plan: PlanKind.optional(),
  /** What mails are sent with: the id of one of the pack's caps. */
  via: z.string().min(1).optional(),
  /** Largest part of a mail in bytes, in place of that cap's. */
  cap: z.number().int().positive().optional(),
})
export type SendingChoice = z.infer<typeof SendingChoice>
