import type { Unreadable } from '../../shared/facts.ts'

const REASONS: Readonly<Record<string, Unreadable>> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  EISDIR: 'changed',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EAGAIN: 'locked',
  EFBIG: 'too-large',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
}

/** The system's code of an error (`ENOENT`), or its message where it bears none. */
export const troubleDetail = (error: unknown): string =>
  (error as NodeJS.ErrnoException | undefined)?.code ??
  (error instanceof Error ? error.message : String(error))

/**
 * Why the file system refused a file. On Windows a file that another program has open exclusively gives
 * EBUSY, a denied access EPERM or EACCES.
 */
export const troubleReason = (error: unknown): Unreadable => REASONS[troubleDetail(error)] ?? 'system'
