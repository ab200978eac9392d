import type { UtilityProcess } from 'electron'
import type { EngineChild } from '../hosting/engine-life.ts'
import type { FromEngine } from '../hosting/engine-messages.ts'

/** Electron's `UtilityProcess` as the host of an engine needs it. */
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
    // Its own `kill` asks with a signal that a process deep in a decoder does not hear.
    if (child.pid === undefined) child.kill()
    else process.kill(child.pid, 'SIGKILL')
  },
})
