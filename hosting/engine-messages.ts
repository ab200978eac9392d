import type { Reply, Request } from '../shared/wire.ts'

/** What a host says to the engine's process. */
export type ToEngine =
  | { readonly type: 'frame'; readonly frame: Request }
  | { readonly type: 'claim'; readonly id: string; readonly given: string }
  | { readonly type: 'locate'; readonly question: number; readonly id: string }
  /** End: calls under way are aborted and may clean up first. */
  | { readonly type: 'close' }

/** What the engine's process answers. */
export type FromEngine =
  /** It listens; what is said earlier might be lost. */
  | { readonly type: 'ready' }
  | { readonly type: 'frame'; readonly frame: Reply }
  | { readonly type: 'located'; readonly question: number; readonly path?: string }
