import { exitCodes } from './exit-code.ts'

/** Ctrl-C and what else asks a program to end: a closed terminal, an administrator. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** In milliseconds. One Ctrl-C may come several times: `npx` and shells hand theirs on. */
const echoesMs = 1000

export interface Interrupts {
  /** Aborted by the first of them. */
  readonly signal: AbortSignal
  /** The work is done: the next one, unless it repeats one that was answered, does what the system does by itself. */
  close(): void
}

/**
 * Answers what asks this program to end. The first aborts the work, which then cleans up; what follows within a second is
 * the same wish said again; after that the person does not want to wait, and the program ends at once.
 */
export function listenForInterrupts(absorbMs = echoesMs): Interrupts {
  const interrupt = new AbortController()
  let first: number | undefined
  const onSignal = () => {
    const now = performance.now()
    if (first === undefined) {
      first = now
      interrupt.abort()
    } else if (now - first > absorbMs) process.exit(exitCodes.cancelled)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: interrupt.signal,
    close() {
      if (first !== undefined) return
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
