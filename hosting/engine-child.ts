import { contract } from '../shared/contract.ts'
import { serve } from '../shared/wire.ts'
import { dataDir } from './data-dir.ts'
import { enginePort } from './engine-port.ts'
import { hostPrints } from './engine-program.ts'
import { createFileLog } from './file-log.ts'
import { hostLine } from './host-line.ts'
import { hostPrinter } from './host-printer.ts'
import { openHostedEngine } from './hosted-engine.ts'
import { findInstallation } from './installation.ts'
import { checkPrograms } from './start-checks-programs.ts'

/** The program of the engine's process: a host forks it, and a crash in it takes no window along. */
const now = () => new Date()
const folder = dataDir(process.env, process.platform)
const log = createFileLog(folder, now)
process.on('uncaughtException', (error) => {
  log.report(error)
  process.exit(1)
})
const installation = findInstallation(import.meta.url)
const line = hostLine()
const printer = hostPrints(process.env) ? hostPrinter(line.post) : undefined
const engine = openHostedEngine({ installation, dataDir: folder, printPdf: printer?.printPdf, log, now })
// `exit` rather than an end by a signal: marks of files that are looked at are taken away on the way out.
const port = enginePort(line, engine, { exit: () => process.exit(0), printer })
serve(contract, engine.operations, port, log.report)
// Beside the work and after its beginning, for a virus scanner may hold a program back; the host may hear of it late.
const look = () =>
  checkPrograms(installation).then((troubles) => {
    if (troubles.length > 0) line.post({ type: 'troubles', troubles })
  }, log.report)
setTimeout(() => void look(), 2000).unref()
