import { z } from 'zod'

/** A path that the host has handed to the engine (dropped, chosen, or named on the command line). Clients never name paths. */
export const ClaimId = z.string().min(1)
/** A source file that `sources.walk` has found, or an item of an open project. */
export const FileId = z.string().min(1)
/** A notice by the id of a pack that is shipped or was loaded. */
export const NoticeId = z.string().min(1)
export const ProjectId = z.string().min(1)
