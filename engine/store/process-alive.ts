import { systemReason } from './system-reason.ts'

/** Whether a process of this number runs on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemReason(error) === 'EPERM'
  }
}
