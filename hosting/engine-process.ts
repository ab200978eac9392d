import type { PrintPdf } from '../engine/world.ts'
import type { StartTrouble } from '../shared/start-trouble.ts'
import type { Client, Engine, Operations } from '../shared/operation.ts'
import { connect } from '../shared/wire.ts'
import { type EngineChild, type EngineEnd, type EngineLife, startLife } from './engine-life.ts'

export interface EngineProcess<C extends Operations> {
  /** Calls go to the process that lives at the moment; those under way when it dies end with the fault `engine-gone`. */
  readonly engine: Engine<C>
  /** Hands a path in, and gives the id by which clients may speak of it, also after a restart. */
  claim(given: string): string
  /** The path behind a claim or a file's id; undefined for ids that the living process does not know. */
  locate(id: string): Promise<string | undefined>
  /** The process that lives at the moment, for tests that kill it. */
  pid(): number | undefined
  /** Ends the process: its calls are aborted and may clean up for a while, then it is killed. */
  close(): Promise<void>
}
export interface EngineProcessOptions {
  readonly fork: () => EngineChild
  readonly newId: () => string
  /** Prints what the engine asks for; an engine asks only where its environment says so. */
  readonly printPdf?: PrintPdf | undefined
  readonly onDeath: (how: EngineEnd) => void
  /** Told once of what the engine's programs lack, however often it is started again. */
  readonly onTroubles?: (troubles: readonly StartTrouble[]) => void
  /** How long a closing process may clean up, in milliseconds. */
  readonly patienceMs?: number
}

/** A process that lives shorter than this did not come up, and the next one is given time. */
const briefMs = 5000
/** The first is replaced at once; from then on 0.5 s, doubled, at most 8 s. */
const pauseAfter = (briefLives: number): number =>
  briefLives <= 1 ? 0 : Math.min(500 * 2 ** (briefLives - 2), 8000)

/**
 * The engine in a process of its own, so that a crash inside a native decoder never takes the host along. A process
 * that dies is replaced at once (where it dies again and again, after a growing pause), and told of every path that
 * was handed in before.
 */
export function startEngineProcess<C extends Operations>(
  contract: C,
  { fork, newId, printPdf, onDeath, onTroubles, patienceMs = 3000 }: EngineProcessOptions,
): EngineProcess<C> {
  const claims = new Map<string, string>()
  let closing = false
  let told = false
  let briefLives = 0
  let living = begin()

  function begin(): { readonly life: EngineLife; readonly client: Client<C> } {
    const life = startLife(
      { fork, pauseMs: pauseAfter(briefLives), printPdf },
      {
        ready(say) {
          for (const [id, given] of claims) say({ type: 'claim', id, given })
        },
        died(how, livedMs) {
          if (closing) return
          onDeath(how)
          briefLives = livedMs < briefMs ? briefLives + 1 : 0
          living = begin()
        },
        troubled(troubles) {
          if (!told && troubles.length > 0) onTroubles?.(troubles)
          told ||= troubles.length > 0
        },
      },
    )
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
    locate: (id) => living.life.locate(id),
    pid: () => living.life.pid(),
    close() {
      closing = true
      return living.life.close(patienceMs)
    },
  }
}
