import path from 'node:path'
import type { PrintPdf } from '../engine/world.ts'
import { type FromEngine, PrintQuestion, type ToEngine } from './engine-messages.ts'

type Heard = Extract<FromEngine, { type: 'print' | 'stop-print' }>

/** The host's end of printing for one engine process. */
export interface PrintDesk {
  hear(message: Heard): void
  /** The process has ended: nothing is printed for it any more. */
  close(): void
}

/**
 * Prints what the engine's process asks for and answers each question once. The words come from another process: only
 * a page that becomes a PDF beside it is printed.
 *
 * @param printPdf absent where the host cannot print; an engine that asks nevertheless is told so
 */
export function openPrintDesk(printPdf: PrintPdf | undefined, say: (message: ToEngine) => void): PrintDesk {
  const printing = new Map<number, AbortController>()

  async function print({ question, page, pdf }: PrintQuestion): Promise<void> {
    const stop = new AbortController()
    printing.set(question, stop)
    try {
      if (!printPdf) throw new Error('this host prints nothing')
      await printPdf(page, pdf, stop.signal)
      say({ type: 'printed', question })
    } catch (error) {
      say({ type: 'printed', question, error: String(error) })
    } finally {
      printing.delete(question)
    }
  }

  return {
    hear(message) {
      if (message.type === 'stop-print') return printing.get(message.question)?.abort()
      const asked = PrintQuestion.safeParse(message)
      if (asked.success && isOurs(asked.data)) void print(asked.data)
      else say({ type: 'printed', question: message.question, error: 'not a page of ours' })
    },
    close: () => printing.forEach((stop) => stop.abort()),
  }
}

const isOurs = ({ page, pdf }: PrintQuestion): boolean =>
  [page, pdf].every((file) => path.isAbsolute(file) && !file.includes('\0')) &&
  path.dirname(page) === path.dirname(pdf)
