import { z } from 'zod'
import { StartTrouble } from '../shared/start-trouble.ts'
import type { Reply, Request } from '../shared/wire.ts'

/** What a host says to the engine's process. */
export type ToEngine =
  | { readonly type: 'frame'; readonly frame: Request }
  | { readonly type: 'claim'; readonly id: string; readonly given: string }
  | { readonly type: 'locate'; readonly question: number; readonly id: string }
  /** The page was printed, or not: then with the reason. Nothing more is written to the file. */
  | { readonly type: 'printed'; readonly question: number; readonly error?: string }
  /** End: calls under way are aborted and may clean up first. */
  | { readonly type: 'close' }

/** A page that the engine wants printed by its host: both are paths of files, in one folder. */
export const PrintQuestion = z.object({
  type: z.literal('print'),
  question: z.number().int(),
  page: z.string().min(1).endsWith('.html'),
  pdf: z.string().min(1).endsWith('.pdf'),
})
export type PrintQuestion = z.infer<typeof PrintQuestion>

/** What the engine has found out about its programs; nothing where all is well. */
export const TroubleNews = z.object({ type: z.literal('troubles'), troubles: z.array(StartTrouble).max(20) })
export interface TroubleNews {
  readonly type: 'troubles'
  readonly troubles: readonly StartTrouble[]
}

/** What the engine's process says to its host. */
export type FromEngine =
  /** It listens; what is said earlier might be lost. */
  | { readonly type: 'ready' }
  | { readonly type: 'frame'; readonly frame: Reply }
  | TroubleNews
  | { readonly type: 'located'; readonly question: number; readonly path?: string }
  | Readonly<PrintQuestion>
  /** The page is no longer wanted; the question is answered all the same. */
  | { readonly type: 'stop-print'; readonly question: number }
