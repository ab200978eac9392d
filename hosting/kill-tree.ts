import { type ChildProcess, execFile } from 'node:child_process'
import path from 'node:path'

/**
 * Ends a program and all that it has started, whatever they are doing. On other systems than Windows it must have been
 * started as the leader of a group of its own (`detached`).
 */
export function killTree(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform === 'win32') {
    const taskkill = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    execFile(taskkill, ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, (error) => {
      if (error) child.kill('SIGKILL')
    })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
