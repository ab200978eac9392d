import { z } from 'zod'
import { Alone } from './alone.ts'
import { Mail } from './mail.ts'
import { PreflightNote } from './preflight.ts'
import { SendingReason } from './sending-reason.ts'
import { PartWay, PlanKind } from './sending.ts'

/** A part as it was written and proven: a zip, or the folder of one that is carried on a disk. */
const PackedPart = z.object({
  path: z.string(),
  bytes: z.number().int(),
  /** Of the zip; of a folder that of its `manifest-sha256.txt`, which holds those of all its files. */
  sha256: z.string(),
  items: z.number().int(),
  /** Absent in what was written before there were several ways. */
  way: PartWay.optional(),
  /** With way `large`: the day on which its link may be dead, `YYYY-MM-DD`, if it is sent on the day of packing. */
  expires: z.string().optional(),
  /** Why its files do not go with the others. */
  alone: Alone.optional(),
})

/** What a finished package consists of. */
export const PackResult = z.object({
  planned: z.number().int(),
  packed: z.number().int(),
  plan: PlanKind.optional(),
  /** Why we proposed that plan; absent of one that was chosen. */
  reason: SendingReason.optional(),
  packages: z.array(PackedPart),
  documents: z.array(z.string()),
  mails: z.array(Mail),
  waived: z.array(z.object({ code: z.string(), reason: z.string() })),
  /** What was worth knowing about the places it was read from and written to. */
  notes: z.array(PreflightNote).optional(),
  /** The package's folder. */
  out: z.string(),
})
export type PackResult = z.infer<typeof PackResult>
