import type { PrintPdf } from '../engine/world.ts'
import type { StartTrouble } from '../shared/start-trouble.ts'
import type { Port, Reply, Request } from '../shared/wire.ts'
import { type FromEngine, type ToEngine, TroubleNews } from './engine-messages.ts'
import { openPrintDesk } from './print-desk.ts'

/** How a process has ended: its exit code, or the signal that ended it where the system tells. */
export interface EngineEnd {
  readonly code: number | null
  readonly signal?: string | null
}
/** What a host needs of a process: Node's `ChildProcess` and Electron's `UtilityProcess` both can do it. */
export interface EngineChild {
  pid(): number | undefined
  /** Says what the process may still hear; one that has gone hears nothing. */
  post(message: ToEngine): void
  /** Called once. `ended` comes after the last word, and never before this has returned. */
  listen(hear: (message: FromEngine) => void, ended: (how: EngineEnd) => void): void
  /** Ends it whatever it is doing. */
  kill(): void
}

export interface LifeOptions {
  /** The program, to be forked. */
  readonly fork: () => EngineChild
  /** How long to wait before that, in milliseconds. */
  readonly pauseMs: number
  /** Prints for the process; absent where the host cannot. */
  readonly printPdf?: PrintPdf | undefined
}
export interface LifeEvents {
  /** It listens: what it must know comes before whatever has been kept for it. */
  ready(say: (message: ToEngine) => void): void
  died(how: EngineEnd, livedMs: number): void
  /** What it works with is not as it should be. */
  troubled(troubles: readonly StartTrouble[]): void
}
/** One process from its turn, while it is still to be forked, to its end. */
export interface EngineLife {
  readonly say: (message: ToEngine) => void
  readonly port: Port<Request, Reply>
  /** The path behind an id; a process that dies knows none. */
  locate(id: string): Promise<string | undefined>
  pid(): number | undefined
  /** Ends it: calls may clean up for a while, then it is killed. */
  close(patienceMs: number): Promise<void>
}

/** Forks the program, at once or after a pause; what is said before it listens is kept for it. */
export function startLife({ fork, pauseMs, printPdf }: LifeOptions, on: LifeEvents): EngineLife {
  const hearers = new Set<(reply: Reply) => void>()
  const closers = new Set<() => void>()
  const questions = new Map<number, (path: string | undefined) => void>()
  let last = 0
  let over = false
  let kept: ToEngine[] | undefined = []
  let child: EngineChild | undefined
  let leave = (): void => undefined
  const gone = new Promise<void>((resolve) => (leave = resolve))
  const desk = openPrintDesk(printPdf, (message) => say(message))

  const end = (how: EngineEnd, begun: number) => {
    over = true
    // First of all, so that whoever calls again at once finds the next process.
    on.died(how, performance.now() - begun)
    desk.close()
    closers.forEach((closed) => closed())
    questions.forEach((answer) => answer(undefined))
    leave()
  }
  const hear = (own: EngineChild, message: FromEngine) => {
    if (message.type === 'frame') hearers.forEach((one) => one(message.frame))
    else if (message.type === 'located') {
      questions.get(message.question)?.(message.path)
      questions.delete(message.question)
    } else if (message.type === 'print' || message.type === 'stop-print') desk.hear(message)
    else if (message.type === 'troubles') on.troubled(TroubleNews.safeParse(message).data?.troubles ?? [])
    else {
      on.ready((said) => own.post(said))
      kept?.forEach((said) => own.post(said))
      kept = undefined
    }
  }
  const start = () => {
    const begun = performance.now()
    const own = fork()
    child = own
    own.listen(
      (message) => hear(own, message),
      (how) => end(how, begun),
    )
  }
  const timer = pauseMs > 0 ? setTimeout(start, pauseMs) : undefined
  if (!timer) start()

  const say = (message: ToEngine) => {
    if (over) return
    if (kept) kept.push(message)
    else child?.post(message)
  }
  return {
    say,
    pid: () => child?.pid(),
    locate: (id) =>
      new Promise((resolve) => {
        if (over) return resolve(undefined)
        last += 1
        questions.set(last, resolve)
        say({ type: 'locate', question: last, id })
      }),
    async close(patienceMs) {
      if (over) return
      if (!child) {
        clearTimeout(timer)
        return end({ code: 0 }, performance.now())
      }
      say({ type: 'close' })
      const impatient = setTimeout(child.kill, patienceMs)
      await gone
      clearTimeout(impatient)
    },
    port: {
      post: (frame) => say({ type: 'frame', frame }),
      listen(listener, closed) {
        hearers.add(listener)
        if (closed) closers.add(closed)
        return () => hearers.delete(listener)
      },
    },
  }
}
