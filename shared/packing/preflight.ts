import { z } from 'zod'
import { FaultData } from '../faults.ts'

/** What is worth knowing before a package is written, and does not hold it up. Paths are as their giver named them. */
export const PreflightNote = z.discriminatedUnion('code', [
  /** The target lies on another computer: slow, and gone when the network is. */
  z.object({ code: z.literal('target-on-network'), path: z.string() }),
  /** The target is a disk that may be pulled out. */
  z.object({ code: z.literal('target-removable'), path: z.string() }),
  z.object({ code: z.literal('source-on-network'), path: z.string() }),
  z.object({ code: z.literal('source-removable'), path: z.string() }),
  /** Files whose content is still in the cloud: reading them downloads them. */
  z.object({ code: z.literal('sources-in-cloud'), paths: z.array(z.string()) }),
  /**
   * A path that passes what Windows programs can open, in characters. `unpacked`: of a file, once the receiver has
   * unpacked it in an ordinary folder; `here`: of what is written, where it is to be attached from.
   */
  z.object({
    code: z.literal('long-path'),
    where: z.enum(['unpacked', 'here']),
    path: z.string(),
    length: z.number().int(),
    limit: z.number().int(),
  }),
])
export type PreflightNote = z.infer<typeof PreflightNote>

/** Whether a package can be written, before a byte of it is. */
export const Preflight = z.object({
  /** What would make it fail; empty when nothing is known. */
  faults: z.array(FaultData),
  notes: z.array(PreflightNote),
  /** Bytes that will be written, with room for documents; absent where the place was refused before anything was measured. */
  needed: z.number().int().nonnegative().optional(),
  /** Free bytes where it is written; absent where the system does not say. */
  free: z.number().int().nonnegative().optional(),
})
export type Preflight = z.infer<typeof Preflight>
