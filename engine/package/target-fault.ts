import { lstat, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault, type FaultCode } from '../../shared/faults.ts'
import type { Claim } from '../sources/claims.ts'
import { isInside } from '../sources/places.ts'
import { isFileSystemTrouble } from '../store/file-system-trouble.ts'
import { writeFault } from '../store/system-fault.ts'
import { systemReason } from '../store/system-reason.ts'

/** Where a package is written, and the volume it was on when it was begun. */
export interface Target {
  readonly out: Claim
  /** The folder itself, its links followed. */
  readonly home: string
  /** The hidden folder in it. */
  readonly folder: string
  readonly device: number | undefined
}

/** What is said of files that were written a moment ago: they may be gone with the target. */
const readBack: readonly FaultCode[] = ['package-broken', 'attachment-unusable']

/**
 * An error of the target's file system as a fault; anything else as it is, and so one about a file that lies elsewhere:
 * that is a bug. To be asked before anything is cleared away, for it looks whether the target is still there.
 */
export async function targetFault(error: unknown, target: Target): Promise<unknown> {
  const { out } = target
  if (error instanceof Fault && !readBack.includes(error.data.code)) return error
  if (!(error instanceof Fault) && !isAboutTarget(error, target)) return error
  const reason = await lossOf(target)
  // Whatever the error itself says: what is gone can neither be written nor read back.
  if (reason !== undefined)
    return new Fault({ code: 'out-unwritable', path: out.given, reason }, { cause: error })
  return error instanceof Fault ? error : writeFault(error, out.given)
}

/** Whether the target is there no more: pulled out, it leaves an empty folder or none. */
async function lossOf({ home, folder, device }: Target): Promise<string | undefined> {
  const status = await stat(home).catch(() => undefined)
  if (!status || (device !== undefined && status.dev !== device)) return 'ENODEV'
  const there = await lstat(folder).then(
    () => true,
    (error: unknown) => systemReason(error) !== 'ENOENT',
  )
  return there ? undefined : 'ENOENT'
}

function isAboutTarget(error: unknown, { out, home }: Target): boolean {
  if (!isFileSystemTrouble(error)) return false
  // One about a file that is open already does not say which.
  const { path: about } = error as { path?: unknown }
  if (typeof about !== 'string' || !path.isAbsolute(about)) return true
  return isInside(about, home) || isInside(about, path.resolve(out.path))
}
