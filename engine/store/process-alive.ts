import { readFileSync } from 'node:fs'
import { systemReason } from './system-reason.ts'

/**
 * Whether a process of this number runs on this computer.
 *
 * @param birth as `birthOf` told it: a number that was given to another process since is no life
 */
export function isAlive(pid: number, birth?: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (systemReason(error) !== 'EPERM') return false
  }
  const now = birth === undefined ? undefined : birthOf(pid)
  return now === undefined || now === birth
}

/** When a process began, in clock ticks since the system did; undefined where the system does not tell (not Linux). */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    // The name of the program stands in parentheses and may hold anything; `starttime` is the twentieth after it (proc(5)).
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
