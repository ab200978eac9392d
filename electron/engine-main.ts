import { randomUUID } from 'node:crypto'
import { createEngine } from '../engine/engine.ts'
import { contract } from '../shared/contract.ts'
import { serve } from '../shared/wire.ts'
import { dataDir } from './data-dir.ts'
import { enginePort } from './engine-port.ts'
import { createFileLog } from './file-log.ts'
import { findInstallation } from './installation.ts'

/** The program of the engine's process: the main process forks it, and a crash in it takes no window along. */
const now = () => new Date()
const folder = dataDir(process.env, process.platform)
const log = createFileLog(folder, now)
process.on('uncaughtException', (error) => {
  log.report(error)
  process.exit(1)
})
const { version, resourcesDir, ffprobe } = findInstallation(import.meta.url)
const engine = createEngine({
  version,
  dataDir: folder,
  resourcesDir,
  ffprobe,
  log: log.log,
  now,
  newId: () => randomUUID(),
})
const port = enginePort(process.parentPort, {
  claimAs: engine.claimAs,
  locate: engine.locate,
  exit: () => process.exit(0),
})
serve(contract, engine.operations, port, log.report)
