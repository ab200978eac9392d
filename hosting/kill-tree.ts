import { type ChildProcess, execFile } from 'node:child_process'
import path from 'node:path'

/**
 * Ends a program and all that it has started, whatever they are doing; what it has left behind, if it has ended itself.
 * On other systems than Windows it must have been started as the leader of a group of its own (`detached`).
 */
export function killTree(child: ChildProcess, platform: NodeJS.Platform = process.platform): void {
  const { pid } = child
  if (pid === undefined) return
  if (platform === 'win32') {
    // The number of a program that has ended may be another's by now.
    if (child.exitCode !== null || child.signalCode !== null) return
    const taskkill = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    execFile(taskkill, ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, (error) => {
      if (error) child.kill('SIGKILL')
    })
    return
  }
  try {
    // A group's number is nobody else's as long as one of the group lives.
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
