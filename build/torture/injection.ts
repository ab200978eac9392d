import type { Meddling } from './meddle.ts'

/** Where a call goes to: the folder packed into, what is packed, the program's own data, the system's temporary files. */
export const places = ['target', 'sources', 'data', 'temp'] as const
export type Place = (typeof places)[number]

/** What a call does. `list` is reading a folder, `look` asking for a file's state, `sync` forcing to the disk. */
export const callKinds = [
  'open-read',
  'open-write',
  'read',
  'write',
  'sync',
  'close',
  'rename',
  'mkdir',
  'list',
  'look',
  'remove',
  'change',
] as const
export type CallKind = (typeof callKinds)[number]

/** The system's names of what goes wrong. */
export type ErrorCode =
  | 'EIO'
  | 'EACCES'
  | 'EPERM'
  | 'EBUSY'
  | 'ENOSPC'
  | 'EDQUOT'
  | 'EROFS'
  | 'ENOENT'
  | 'EMFILE'

/** How long a fault goes on from the call that it begins with: that call alone, all that follow, or so many milliseconds. */
export type Lasting = 'once' | 'always' | number

/** What happens at the call that was chosen. */
export type Act =
  | { readonly type: 'fail'; readonly code: ErrorCode; readonly lasting: Lasting }
  /** Fewer bytes are read or written than were asked for, as systems may do at any time. */
  | { readonly type: 'short'; readonly lasting: Lasting }
  | { readonly type: 'signal'; readonly signal: NodeJS.Signals; readonly group: boolean }
  | { readonly type: 'meddle'; readonly meddling: Meddling }

/** A place in the run of a program, counted in calls and so the same on a slow machine and a fast one. */
export interface Moment {
  readonly place: Place
  /** Calls of these kinds are counted. */
  readonly kinds: readonly CallKind[]
  /** The number of the call, from 1. */
  readonly nth: number
}

/** What the preload does in the program that it is loaded into; without a moment it only counts. */
export interface Injection {
  readonly folders: Readonly<Record<Place, string>>
  /** A file of JSON lines: what happened, and at the end the number of calls. */
  readonly diary: string
  readonly at?: Moment
  readonly act?: Act
}

/** The environment variable that an injection is handed over by, as JSON. */
export const injectionVariable = 'KEPURI_TORTURE'

/** A line of the diary. */
export type DiaryLine =
  | { readonly happened: 'act'; readonly ms: number; readonly call: string; readonly path: string }
  /** The first call that opens a file for writing in the target, in milliseconds since the program was started. */
  | { readonly happened: 'writing'; readonly ms: number }
  | { readonly happened: 'counts'; readonly counts: Counts }
  /** What the harness itself did to a file: its SHA-256 from then on, null where it is gone. */
  | { readonly happened: 'meddled'; readonly path: string; readonly sha256: string | null }

export type Counts = Readonly<Partial<Record<Place, Readonly<Partial<Record<CallKind, number>>>>>>
