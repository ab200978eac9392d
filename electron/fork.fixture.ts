import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { EngineChild } from './engine-life.ts'

/** Node's fork under the interface of Electron's `utilityProcess`: a real process that can really die. */
export function forkForTests(words: readonly string[] = []): { child: EngineChild; process: ChildProcess } {
  const child = fork(path.join(import.meta.dirname, 'conformance-engine.fixture.ts'), words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    process: child,
    child: {
      postMessage: (message) => {
        if (child.connected) child.send(message as object)
      },
      on: (_event, listener) => child.on('message', listener),
      once: (_event, listener) => child.once('exit', (code) => listener(code ?? -1)),
      kill: () => child.kill('SIGKILL'),
    },
  }
}
