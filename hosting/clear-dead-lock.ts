import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { systemReason } from '../engine/store/system-reason.ts'

/** Clearing takes milliseconds; a marker so old was left by a crash in the midst of them. */
const leftMs = 10_000

/**
 * Removes a lock file that was judged dead, if it still says what was judged.
 *
 * One process at a time does so, behind a marker made exclusively beside the lock. Without it, a process that judged
 * a moment earlier would take away the lock that a quicker one has made since, and two would hold it.
 *
 * @param judged the lock's whole text when it was judged
 * @returns whether the judgement was carried out or is out of date; false while another process is at it
 */
export async function clearDeadLock(file: string, judged: string): Promise<boolean> {
  const marker = `${file}.clearing`
  if (!(await made(marker))) {
    const stats = await stat(marker).catch(() => undefined)
    if (stats && Math.abs(Date.now() - stats.mtimeMs) > leftMs) await rm(marker, { force: true })
    return false
  }
  try {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === judged) await rm(file, { force: true })
  } finally {
    await rm(marker, { force: true })
  }
  return true
}

async function made(marker: string): Promise<boolean> {
  try {
    await writeFile(marker, '', { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    // On Windows a file that is just being removed refuses with other words than "exists".
    if (['EEXIST', 'EPERM', 'EBUSY', 'EACCES'].includes(systemReason(error) ?? '')) return false
    throw error
  }
}
