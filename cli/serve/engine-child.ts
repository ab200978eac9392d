import { randomUUID } from 'node:crypto'
import { createEngine } from '../../engine/engine.ts'
import { contract } from '../../shared/contract.ts'
import { serve } from '../../shared/wire.ts'
import { createFileLog } from '../file-log.ts'
import { findInstallation } from '../installation.ts'
import { processPort } from './process-port.ts'

/** The program of the engine's process: `engine-child <data folder>`. */
const dataDir = process.argv[2] ?? ''
const now = () => new Date()
const log = createFileLog(dataDir, now)
const { version, resourcesDir, ffprobe } = findInstallation(import.meta.url)
const engine = createEngine({
  version,
  dataDir,
  resourcesDir,
  ffprobe,
  log: log.log,
  now,
  newId: () => randomUUID(),
})
serve(contract, engine.operations, processPort(engine), log.report)
