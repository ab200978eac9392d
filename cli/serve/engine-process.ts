import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, type Engine, type Operations } from '../../shared/operation.ts'
import { connect, type Port, type Reply, type Request } from '../../shared/wire.ts'

/** What passes between the host and the engine's process. */
export type ToEngine =
  | { readonly type: 'frame'; readonly frame: Request }
  | { readonly type: 'claim'; readonly id: string; readonly given: string }
export type FromEngine = { readonly type: 'frame'; readonly frame: Reply }

export interface EngineProcess<C extends Operations> {
  /** Calls go to the process that lives at the moment; those under way when it dies end with the fault `engine-gone`. */
  readonly engine: Engine<C>
  /** Hands a path in, and gives the id by which clients may speak of it, also after a restart. */
  claim(given: string): string
  /** The process that lives at the moment, for tests that kill it. */
  readonly pid: () => number | undefined
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

/**
 * The engine in a process of its own, so that a crash inside a native decoder never takes the host along. A process
 * that dies is replaced at once, and told of every path that was handed in before.
 */
export function startEngineProcess<C extends Operations>(
  contract: C,
  options: EngineProcessOptions,
): EngineProcess<C> {
  const claims = new Map<string, string>()
  let closing = false
  let living = begin()

  function begin(): { child: ChildProcess; client: Client<C> } {
    const program = `./${options.program ?? 'engine-child'}${extname(import.meta.url)}`
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), options.words, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    for (const [id, given] of claims) send(child, { type: 'claim', id, given })
    // The line breaks before the exit is known: from then on calls must go to another process.
    child.once('disconnect', () => {
      if (!closing) living = begin()
    })
    child.once('exit', (code, signal) => {
      if (!closing) options.onDeath({ code, signal })
    })
    return { child, client: connect(contract, childPort(child)) }
  }

  // The name pairs input and operation; the pairing is lost on a looked-up name.
  const call = (name: keyof C): Engine<C>[keyof C] =>
    ((input, { signal, progress }) =>
      living.client[name](input as never, { signal, onProgress: progress })) as Engine<C>[keyof C]

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
    pid: () => living.child.pid,
    async close() {
      closing = true
      const { child } = living
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
    },
  }
}

const send = (child: ChildProcess, message: ToEngine): void => {
  if (child.connected) child.send(message)
}

function childPort(child: ChildProcess): Port<Request, Reply> {
  return {
    post: (frame) => send(child, { type: 'frame', frame }),
    listen(hear, closed) {
      const onMessage = (message: unknown) => {
        const { type, frame } = message as FromEngine
        if (type === 'frame') hear(frame)
      }
      child.on('message', onMessage)
      // `disconnect` follows the last message, `exit` need not.
      if (closed) child.once('disconnect', closed)
      return () => child.off('message', onMessage)
    },
  }
}
