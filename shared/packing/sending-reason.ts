import { z } from 'zod'

/** Of everything with room for documents, and what one ordinary mail carries; in bytes. */
const figures = { bytes: z.number(), limit: z.number() }
/** Files that no ordinary mail carries and that go alone. */
const alone = z.number().int().nonnegative()
/** Files that are carried on a disk, for nothing else carries them. */
const carried = z.number().int().nonnegative()

/** Why a way of sending is recommended. */
export const SendingReason = z.discriminatedUnion('code', [
  /** The task names no mailbox. */
  z.object({ code: z.literal('handed') }),
  z.object({ code: z.literal('fits-one'), ...figures }),
  /** `carried` of the files that go `alone` are carried on a disk. */
  z.object({
    code: z.literal('few-mails'),
    ...figures,
    mails: z.number().int(),
    alone,
    carried,
    /** It is more than we propose without drafts, which hold ordinary attachments only. */
    drafts: z.literal(true).optional(),
  }),
  /** `mails` it would be, `most` ordinary ones is how many we propose. */
  z.object({
    code: z.literal('many-mails'),
    ...figures,
    mails: z.number().int(),
    most: z.number().int(),
    carried,
  }),
  /** Parting it helps nothing: each file is larger than a mail, or the documents are. */
  z.object({ code: z.literal('beyond-mail'), ...figures, carried }),
  /** Not even the mail's own disks carry it; `limit` is theirs, 0 where the pack knows of none. */
  z.object({ code: z.literal('beyond-large'), ...figures }),
])
export type SendingReason = z.infer<typeof SendingReason>
