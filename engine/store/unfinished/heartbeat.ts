import { lstat, lutimes, readdir } from 'node:fs/promises'
import path from 'node:path'
import { systemReason } from '../system-reason.ts'

/** How often work that goes on is seen from other computers. */
const beatMs = 60_000

/**
 * Touches what lies in a folder under some names while somebody works on it, though nothing be written for long: other
 * computers cannot ask whether we are alive. What is not there, or cannot be touched, is passed over.
 *
 * @returns ends it
 */
export function keepTouched(home: string, names: readonly string[], everyMs = beatMs): () => void {
  let touching = false
  const beat = async () => {
    // A share whose server is gone holds each call for minutes.
    if (touching) return
    touching = true
    const now = new Date()
    for (const name of names) await lutimes(path.join(home, name), now, now).catch(() => undefined)
    touching = false
  }
  const timer = setInterval(() => void beat(), everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether a file, or a folder with anything in it however deep, was touched since; true where it cannot be told. */
export async function isTouched(place: string, sinceMs: number): Promise<boolean> {
  try {
    const status = await lstat(place)
    if (Date.now() - status.mtimeMs < sinceMs) return true
    if (!status.isDirectory()) return false
    for (const name of await readdir(place)) if (await isTouched(path.join(place, name), sinceMs)) return true
    return false
  } catch (error) {
    return systemReason(error) !== 'ENOENT'
  }
}
