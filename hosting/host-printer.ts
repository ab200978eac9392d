import type { PrintPdf } from '../engine/world.ts'
import type { FromEngine } from './engine-messages.ts'

/** The engine's end of printing by its host. */
export interface HostPrinter {
  readonly printPdf: PrintPdf
  /** The host has answered; `error` says why it could not. */
  answered(question: number, error?: string): void
}

/** A host that is told to stop answers at once; one that does not is waited for no longer than this. */
const stopMs = 1000

/** Asks the host to print; what is aborted ends when the host says that it has let go of the file. */
export function hostPrinter(post: (message: FromEngine) => void): HostPrinter {
  const waiting = new Map<number, (error?: string) => void>()
  let last = 0
  return {
    answered: (question, error) => waiting.get(question)?.(error),
    printPdf(page, pdf, signal) {
      signal.throwIfAborted()
      const question = (last += 1)
      return new Promise((resolve, reject) => {
        let impatient: NodeJS.Timeout | undefined
        const answer = (error?: string) => {
          waiting.delete(question)
          clearTimeout(impatient)
          signal.removeEventListener('abort', stop)
          if (signal.aborted) reject(signal.reason)
          else if (error === undefined) resolve()
          else reject(new Error(error))
        }
        const stop = () => {
          impatient = setTimeout(answer, stopMs)
          post({ type: 'stop-print', question })
        }
        waiting.set(question, answer)
        signal.addEventListener('abort', stop)
        post({ type: 'print', question, page, pdf })
      })
    },
  }
}
