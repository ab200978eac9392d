import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Client, type Engine, type Operations } from '../../shared/operation.ts'
import { connect } from '../../shared/wire.ts'
import { childPort, locator, send } from './engine-line.ts'

export interface EngineProcess<C extends Operations> {
  /** Calls go to the process that lives at the moment; those under way when it dies end with the fault `engine-gone`. */
  readonly engine: Engine<C>
  /** Hands a path in, and gives the id by which clients may speak of it, also after a restart. */
  claim(given: string): string
  /** The path behind a claim or a file's id; undefined for ids that the living process does not know. */
  locate(id: string): Promise<string | undefined>
  /** The process that lives at the moment, for tests that kill it. */
  readonly pid: () => number | undefined
  /** Ends the process when the calls have ended, or soon. */
  close(): Promise<void>
}

export interface EngineProcessOptions {
  /** The program that the process runs, without extension, beside this module. */
  readonly program?: string
  /** Its words. */
  readonly words: readonly string[]
  readonly newId: () => string
  readonly onDeath: (how: { readonly code: number | null; readonly signal: string | null }) => void
}

interface Living<C extends Operations> {
  readonly child: ChildProcess
  readonly client: Client<C>
  readonly locate: (id: string) => Promise<string | undefined>
}

/** A process that lives shorter than this did not come up, and the next one is given time. */
const briefMs = 5000
const longestPauseMs = 30_000
/** A process that does not end by itself when its line is cut is ended. */
const patienceMs = 3000

/**
 * The engine in a process of its own, so that a crash inside a native decoder never takes the host along. A process
 * that dies is replaced at once (where it dies again and again, after a growing pause), and told of every path that
 * was handed in before.
 */
export function startEngineProcess<C extends Operations>(
  contract: C,
  options: EngineProcessOptions,
): EngineProcess<C> {
  const claims = new Map<string, string>()
  const running = new Set<Promise<unknown>>()
  let closing = false
  let brief = 0
  let again: NodeJS.Timeout | undefined
  let living = begin()

  function begin(): Living<C> {
    const program = `./${options.program ?? 'engine-child'}${extname(import.meta.url)}`
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), options.words, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const begun = Date.now()
    for (const [id, given] of claims) send(child, { type: 'claim', id, given })
    // The line breaks before the exit is known: from then on calls must go to another process.
    child.once('disconnect', () => {
      if (closing) return
      brief = Date.now() - begun < briefMs ? brief + 1 : 0
      if (brief <= 1) living = begin()
      else again = setTimeout(() => (living = begin()), Math.min(500 * 2 ** brief, longestPauseMs))
    })
    child.once('exit', (code, signal) => {
      if (!closing) options.onDeath({ code, signal })
    })
    return { child, client: connect(contract, childPort(child)), locate: locator(child) }
  }

  // The name pairs input and operation; the pairing is lost on a looked-up name.
  const call = (name: keyof C): Engine<C>[keyof C] =>
    ((input, { signal, progress }) => {
      const answer = living.client[name](input as never, { signal, onProgress: progress })
      const ended: Promise<unknown> = answer.then(
        () => running.delete(ended),
        () => running.delete(ended),
      )
      running.add(ended)
      return answer
    }) as Engine<C>[keyof C]

  return {
    engine: Object.fromEntries(
      Object.keys(contract).map((name) => [name, call(name)]),
    ) as unknown as Engine<C>,
    claim(given) {
      const id = options.newId()
      claims.set(id, given)
      send(living.child, { type: 'claim', id, given })
      return id
    },
    locate: (id) => living.locate(id),
    pid: () => living.child.pid,
    async close() {
      closing = true
      clearTimeout(again)
      const { child } = living
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      // Calls that were cancelled a moment ago clear away what they have begun.
      await Promise.race([Promise.all(running), wait(patienceMs, undefined, { ref: false })])
      if (child.connected) child.disconnect()
      const impatient = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      await gone
      clearTimeout(impatient)
    },
  }
}
