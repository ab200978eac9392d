import type { PrintPdf } from '../engine/world.ts'
import type { FromEngine } from './engine-messages.ts'
import { limitOfPage, type PrintLimit, printLimit } from './print-limit.ts'

/** The engine's end of printing by its host. */
export interface HostPrinter {
  readonly printPdf: PrintPdf
  /** The host has answered; `error` says why it could not. */
  answered(question: number, error?: string): void
}

/** A host that is told to stop answers at once; one that does not is waited for no longer than this. */
const stopMs = 1000

/** A host has a limit of its own: this is for one that never answers. */
const patience: PrintLimit = (bytes) => printLimit(bytes) + 15_000

/** Asks the host to print; what is aborted or takes too long ends when the host says that it has let go of the file. */
export function hostPrinter(post: (message: FromEngine) => void, limit: PrintLimit = patience): HostPrinter {
  const waiting = new Map<number, (error?: string) => void>()
  let last = 0
  return {
    answered: (question, error) => waiting.get(question)?.(error),
    printPdf(page, pdf, signal) {
      signal.throwIfAborted()
      const question = (last += 1)
      return new Promise((resolve, reject) => {
        let impatient: NodeJS.Timeout | undefined
        let late: NodeJS.Timeout | undefined
        const answer = (error?: string) => {
          waiting.delete(question)
          clearTimeout(impatient)
          clearTimeout(late)
          signal.removeEventListener('abort', stop)
          if (signal.aborted) reject(signal.reason)
          else if (error === undefined) resolve()
          else reject(new Error(error))
        }
        const stop = () => {
          impatient ??= setTimeout(answer, stopMs, 'the host did not answer')
          post({ type: 'stop-print', question })
        }
        waiting.set(question, answer)
        signal.addEventListener('abort', stop)
        post({ type: 'print', question, page, pdf })
        void limitOfPage(page, limit).then((limitMs) => {
          if (waiting.has(question)) late = setTimeout(stop, limitMs)
        })
      })
    },
  }
}
