import { z } from 'zod'

/** Which part of the installation is not what it was when it was installed. */
const DamagedPart = z.enum(['resources', 'window', 'programs', 'pictures'])

/** What is wrong with the machine or the installation, found out when the program starts. The sentence is made from it later. */
export const StartTrouble = z.discriminatedUnion('code', [
  /** Neither drafts nor settings can be kept; `reason` as the system names it. */
  z.object({
    code: z.literal('data-unwritable'),
    folder: z.string(),
    reason: z.string(),
    /** What kind of place it is, as far as the path tells. */
    place: z.enum(['own', 'network', 'synced']),
  }),
  /** The data folder is another user's. */
  z.object({ code: z.literal('data-of-another'), folder: z.string() }),
  /** `free` in bytes on the disk of the data folder. */
  z.object({ code: z.literal('disk-full'), folder: z.string(), free: z.number() }),
  /** `path` is what is missing or cannot be loaded; `detail` is for the log. */
  z.object({
    code: z.literal('installation-damaged'),
    part: DamagedPart,
    path: z.string(),
    detail: z.string().optional(),
  }),
  /** Videos cannot be measured. */
  z.object({ code: z.literal('ffprobe-missing'), path: z.string().optional() }),
  /** It is there and does not run; `reason` as the system names it, or the code that it ended with. */
  z.object({ code: z.literal('ffprobe-failing'), path: z.string(), reason: z.string() }),
  /** `release` as the system tells it: `6.1.7601`. */
  z.object({ code: z.literal('system-too-old'), release: z.string() }),
  /** It runs from where another program has unpacked it for the moment. */
  z.object({ code: z.literal('inside-archive'), folder: z.string() }),
  /** The engine's process ends again and again as soon as it is started. */
  z.object({ code: z.literal('engine-failing') }),
])
export type StartTrouble = z.infer<typeof StartTrouble>

/** Whether the program cannot be worked with at all: everything else leaves something to be done. */
export const isFatal = (trouble: StartTrouble): boolean =>
  trouble.code === 'system-too-old' ||
  (trouble.code === 'installation-damaged' && (trouble.part === 'window' || trouble.part === 'resources'))
