import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { patiently } from '../engine/store/patiently.ts'
import { isAlive } from '../engine/store/process-alive.ts'
import { systemReason } from '../engine/store/system-reason.ts'
import { thisHost } from '../engine/store/this-host.ts'

/** Clearing takes milliseconds: a marker so old was left behind, whoever bears its maker's number now. */
const leftMs = 60_000
/** The file is held by a virus scanner, just being removed (on Windows), or not ours to remove. */
const refusals: readonly string[] = ['EPERM', 'EBUSY', 'EACCES']

/** In the marker: who is clearing, and since when (ms since 1970) by the maker's own clock, for a share's may be wrong. */
const Clearer = z.object({ host: z.string(), pid: z.number().int().positive(), at: z.number() })
type Clearer = z.infer<typeof Clearer>

/**
 * Removes a lock file that was judged dead, if it still says what was judged.
 *
 * One process at a time does so, behind a marker made exclusively beside the lock. Without it, a process that judged
 * a moment earlier would take away the lock that a quicker one has made since, and two would hold it.
 *
 * @param judged the lock's whole text when it was judged
 * @returns whether the judgement was carried out or is out of date; false while another process is at it, or the system
 * does not let go of the lock
 */
export async function clearDeadLock(file: string, judged: string): Promise<boolean> {
  const marker = `${file}.clearing`
  if (!(await made(marker))) {
    if (await isLeft(marker)) await unlink(marker).catch(() => undefined)
    return false
  }
  try {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    // Not `rm`, which takes a file that is refused for a folder and says something else (ENOTDIR).
    if (text === judged) await unlink(file)
    return true
  } catch (error) {
    const reason = systemReason(error)
    if (reason === 'ENOENT') return true
    if (refusals.includes(reason)) return false
    throw error
  } finally {
    await patiently(() => unlink(marker)).catch(() => undefined)
  }
}

async function made(marker: string): Promise<boolean> {
  const clearer: Clearer = { host: thisHost, pid: process.pid, at: Date.now() }
  try {
    await writeFile(marker, JSON.stringify(clearer), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (['EEXIST', ...refusals].includes(systemReason(error))) return false
    throw error
  }
}

/** Whether nobody is clearing behind this marker any more. What is dated in the future is not old. */
async function isLeft(marker: string): Promise<boolean> {
  const clearer = clearerIn(await readFile(marker, 'utf8').catch(() => ''))
  if (clearer?.host === thisHost) return !isAlive(clearer.pid) || Date.now() - clearer.at > leftMs
  const stats = await stat(marker).catch(() => undefined)
  return stats !== undefined && Date.now() - stats.mtimeMs > leftMs
}

function clearerIn(text: string): Clearer | undefined {
  try {
    return Clearer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
