import { Fault } from '../shared/faults.ts'
import { serve } from '../shared/wire.ts'
import { hostPrints } from './engine-program.ts'
import { enginePort } from './engine-port.ts'
import { hostLine } from './host-line.ts'
import { hostPrinter } from './host-printer.ts'
import { printingContract } from './printing-contract.fixture.ts'

/** The program of an engine process that only shows how it has pages printed. */
const line = hostLine()
const printer = hostPrints(process.env) ? hostPrinter(line.post) : undefined
const paths = { claimAs: () => undefined, locate: async () => undefined }
const port = enginePort(line, paths, { exit: () => process.exit(0), patienceMs: 500, printer })
const engine = {
  async 'paper.print'(
    { page, pdf }: { page: string; pdf: string },
    { signal }: { signal: AbortSignal },
  ): Promise<{ how: 'printed' | 'cannot' }> {
    if (!printer) return { how: 'cannot' }
    await printer.printPdf(page, pdf, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      throw new Fault({ code: 'not-found', path: String(error) })
    })
    return { how: 'printed' }
  },
}
serve(printingContract, engine, port, () => 'ref')
