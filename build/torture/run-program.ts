import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

/** How a program ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  readonly ms: number
  /** It took longer than anybody waits, and was ended by us. */
  readonly hung: boolean
}

export interface RunOptions {
  /** Programs that run ours, such as prlimit: they put themselves in its place and keep its process number. */
  readonly through?: readonly string[]
  /** Sends a signal after so many milliseconds, to the process or to all its group. */
  readonly blow?: { readonly ms: number; readonly signal: NodeJS.Signals; readonly group: boolean }
}

const longestMs = 120_000
const running = new Set<number>()
process.once('exit', () => running.forEach((pid) => end(-pid, 'SIGKILL')))

/** Runs Node with these words to its end, in a process group of its own, of which nothing is left afterwards. */
export async function runToEnd(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  { through = [], blow }: RunOptions = {},
): Promise<Ended> {
  const [program = '', ...rest] = [...through, process.execPath, ...words]
  const started = performance.now()
  const child = spawn(program, rest, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`not started: ${program}`)
  running.add(pid)
  const over = new AbortController()
  let hung = false
  const later = (ms: number, act: () => void) =>
    void wait(ms, undefined, { signal: over.signal }).then(act, () => undefined)
  later(longestMs, () => {
    hung = true
    end(-pid, 'SIGKILL')
  })
  if (blow) later(blow.ms, () => end(blow.group ? -pid : pid, blow.signal))
  const exited = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ms: performance.now() - started,
  }))
  // Helpers of a killed program may hold its pipes for a moment; those that live on are not waited for.
  void exited.then(() => later(5000, () => end(-pid, 'SIGKILL')))
  const [out, err, ended] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  over.abort()
  running.delete(pid)
  return { ...ended, out, err, hung }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended by itself.
  }
}
