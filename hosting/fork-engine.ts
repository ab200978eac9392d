import { type ChildProcess, fork } from 'node:child_process'
import type { EngineChild } from './engine-life.ts'
import type { FromEngine } from './engine-messages.ts'

/** Runs a program of an engine in a Node process of its own. */
export const forkEngine = (
  program: string,
  words: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): EngineChild => childEngine(fork(program, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env }))

/** Node's `ChildProcess` as the host of an engine needs it. */
export const childEngine = (child: ChildProcess): EngineChild => ({
  pid: () => child.pid,
  post(message) {
    // A line that breaks at this moment is heard of as `disconnect`.
    if (child.connected) child.send(message, () => undefined)
  },
  listen(hear, ended) {
    child.on('message', (message) => hear(message as FromEngine))
    // `disconnect` follows the last message, `exit` need not; a program that cannot be run sends neither.
    let awaited = 2
    const onEnd = () => {
      awaited -= 1
      if (awaited === 0) ended({ code: child.exitCode, signal: child.signalCode })
    }
    child.once('disconnect', onEnd).once('exit', onEnd)
    child.on('error', () => {
      if (child.pid === undefined && awaited > 0) {
        awaited = 0
        ended({ code: null })
      }
    })
  },
  kill: () => void child.kill('SIGKILL'),
})
