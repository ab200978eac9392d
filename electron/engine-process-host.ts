import type { Client, Engine, Operations } from '../shared/operation.ts'
import { connect } from '../shared/wire.ts'
import { type EngineChild, type EngineLife, startLife } from './engine-life.ts'

export interface EngineProcess<C extends Operations> {
  /** Calls go to the process that lives at the moment; those under way when it dies end with the fault `engine-gone`. */
  readonly engine: Engine<C>
  /** Hands a path in, and gives the id by which the page may speak of it, also after a restart. */
  claim(given: string): string
  /** The path behind a claim or a file's id. */
  locate(id: string): Promise<string | undefined>
  /** Ends the process: it may clean up for a while, then it is killed. */
  close(): Promise<void>
}
export interface EngineProcessOptions {
  readonly fork: () => EngineChild
  readonly newId: () => string
  readonly onDeath: (code: number) => void
  /** How long a closing process may clean up, in milliseconds. */
  readonly patience?: number
}

/** A program that cannot even start is not tried again without a pause: 0.5 s, doubled, at most 8 s. */
const pauses = { first: 500, longest: 8000 }

/**
 * The engine in a process of its own, so that a crash inside a native decoder never takes the window along. A process
 * that dies is replaced at once, and told of every path that was handed in before.
 */
export function startEngineProcess<C extends Operations>(
  contract: C,
  { fork, newId, onDeath, patience = 3000 }: EngineProcessOptions,
): EngineProcess<C> {
  const claims = new Map<string, string>()
  let closing = false
  let failures = 0
  let lastQuestion = 0
  let living = begin(0)

  function begin(pause: number): { life: EngineLife; client: Client<C> } {
    const life = startLife(fork, pause, {
      ready(say) {
        failures = 0
        for (const [id, given] of claims) say({ type: 'claim', id, given })
      },
      died(code) {
        if (closing) return
        onDeath(code)
        living = begin(failures === 0 ? 0 : Math.min(pauses.first * 2 ** (failures - 1), pauses.longest))
        failures += 1
      },
    })
    return { life, client: connect(contract, life.port) }
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
      const id = newId()
      claims.set(id, given)
      living.life.say({ type: 'claim', id, given })
      return id
    },
    locate: (id) =>
      new Promise((resolve) => {
        const question = ++lastQuestion
        living.life.questions.set(question, resolve)
        living.life.say({ type: 'locate', question, id })
      }),
    async close() {
      closing = true
      const { life } = living
      life.say({ type: 'close' })
      const timer = setTimeout(life.kill, patience)
      await life.gone
      clearTimeout(timer)
    },
  }
}
