import type { UtilityProcess } from 'electron'
import type { EngineChild } from '../hosting/engine-life.ts'
import type { FromEngine } from '../hosting/engine-messages.ts'

/**
 * Electron's `UtilityProcess` as the host of an engine needs it. May not: understand what is said, or start anything: with
 * the fuse `RunAsNode` off, forking Electron itself as Node opens a second window instead.
 */
export const utilityEngine = (child: UtilityProcess): EngineChild => ({
  pid: () => child.pid,
  post: (message) => child.postMessage(message),
  listen(hear, ended) {
    child.on('message', (message) => hear(message as FromEngine))
    child.once('exit', (code) => ended({ code }))
    // Of a fatal error; the exit follows.
    child.on('error', () => undefined)
  },
  kill() {
    // Its own `kill` asks with a signal that a process deep in a decoder does not hear; on Windows both end it at once.
    try {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    } catch {
      // It has ended in this moment.
    }
    child.kill()
  },
})
