import { z } from 'zod'
import { Mail } from './mail.ts'

/** A zip as it was written and proven. */
const PackedPart = z.object({
  path: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  items: z.number().int(),
})

/** What a finished package consists of. */
export const PackResult = z.object({
  planned: z.number().int(),
  packed: z.number().int(),
  packages: z.array(PackedPart),
  documents: z.array(z.string()),
  mails: z.array(Mail),
  waived: z.array(z.object({ code: z.string(), reason: z.string() })),
  /** The package's folder. */
  out: z.string(),
})
export type PackResult = z.infer<typeof PackResult>
