import { z } from 'zod'

/**
 * Why a file is no project that can be opened. `archive`: a zip, or an Office document, which is one inside. `other`:
 * anything else that is none of ours. `damaged`: one of ours that is not as it was written.
 */
export const CopyProblem = z.enum(['archive', 'other', 'damaged', 'too-new', 'too-large'])
export type CopyProblem = z.infer<typeof CopyProblem>
