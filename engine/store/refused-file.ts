import { lstat, open } from 'node:fs/promises'
import path from 'node:path'
import type { Fault } from '../../shared/faults.ts'
import { officeLocks } from '../../shared/paths/paths.ts'
import { isHeld } from './patiently.ts'
import { writeFault } from './system-fault.ts'
import { systemReason } from './system-reason.ts'

/**
 * Why a file of the clerk's could not be written, as a fault: `disk-full` or `out-unwritable`. Windows says of a file that is
 * open elsewhere, and of one that is marked read-only, that it may not be written, and no more: what lies beside it, and its
 * own mark, tell which (`open-in-office`, `marked-read-only`, `EBUSY`).
 *
 * @param given the file as its giver named it
 */
export async function refusedFile(error: unknown, file: string, given: string): Promise<Fault> {
  const reason = isHeld(error) ? await whyHeld(file) : undefined
  return writeFault(
    reason === undefined ? error : Object.assign(new Error(reason, { cause: error }), { code: reason }),
    given,
  )
}

async function whyHeld(file: string): Promise<'open-in-office' | 'marked-read-only' | 'EBUSY' | undefined> {
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile()) return undefined
  const locks = officeLocks(path.basename(file)).map((name) => path.join(path.dirname(file), name))
  const there = await Promise.all(locks.map((lock) => lstat(lock).then(yes, no)))
  if (there.includes(true)) return 'open-in-office'
  // Windows knows this one mark only, and Node shows it as the right to write.
  if ((status.mode & 0o222) === 0) return 'marked-read-only'
  return process.platform === 'win32' && (await isOpenElsewhere(file)) ? 'EBUSY' : undefined
}

/** Windows forbids to rename over an open file as it forbids what needs rights (EPERM); to write to it, it says why. Changes nothing. */
const isOpenElsewhere = (file: string): Promise<boolean> =>
  open(file, 'r+').then(
    async (handle) => handle.close().then(no),
    (error: unknown) => systemReason(error) === 'EBUSY',
  )

const yes = () => true
const no = () => false
