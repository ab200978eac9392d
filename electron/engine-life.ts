import type { Port, Reply, Request } from '../shared/wire.ts'
import type { FromEngine, ToEngine } from './engine-messages.ts'

/** As much of Electron's `UtilityProcess` as the host needs. */
export interface EngineChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}
/** A process, or its turn while it is still to be forked. */
export interface EngineLife {
  readonly say: (message: ToEngine) => void
  readonly port: Port<Request, Reply>
  readonly questions: Map<number, (path: string | undefined) => void>
  /** Resolves when it is gone. */
  readonly gone: Promise<void>
  readonly kill: () => void
}

/** Forks the program, at once or after a pause; what is said before it listens is kept for it. */
export function startLife(
  fork: () => EngineChild,
  pause: number,
  on: { ready(say: EngineLife['say']): void; died(code: number): void },
): EngineLife {
  const hearers = new Set<(reply: Reply) => void>()
  const closers = new Set<() => void>()
  const questions: EngineLife['questions'] = new Map()
  let leave = (): void => undefined
  const gone = new Promise<void>((resolve) => (leave = resolve))
  let waiting: ToEngine[] | undefined = []
  let child: EngineChild | undefined

  const end = (code: number) => {
    closers.forEach((closed) => closed())
    questions.forEach((answer) => answer(undefined))
    leave()
    on.died(code)
  }
  const start = () => {
    const own = fork()
    child = own
    own.on('message', (given) => {
      const message = given as FromEngine
      if (message.type === 'frame') hearers.forEach((hear) => hear(message.frame))
      else if (message.type === 'located') {
        questions.get(message.question)?.(message.path)
        questions.delete(message.question)
      } else {
        on.ready((said) => own.postMessage(said))
        waiting?.forEach((said) => own.postMessage(said))
        waiting = undefined
      }
    })
    own.once('exit', end)
  }
  const timer = pause > 0 ? setTimeout(start, pause) : undefined
  if (!timer) start()
  const say = (message: ToEngine) => {
    if (waiting) waiting.push(message)
    else child?.postMessage(message)
  }
  return {
    say,
    questions,
    gone,
    kill() {
      clearTimeout(timer)
      if (child) child.kill()
      else leave()
    },
    port: {
      post: (frame) => say({ type: 'frame', frame }),
      listen(hear, closed) {
        hearers.add(hear)
        if (closed) closers.add(closed)
        return () => hearers.delete(hear)
      },
    },
  }
}
