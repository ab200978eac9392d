import { randomUUID } from 'node:crypto'
import { createEngine, type RunningEngine } from '../engine/engine.ts'
import type { PrintPdf } from '../engine/world.ts'
import type { FileLog } from './file-log.ts'
import type { Installation } from './installation.ts'

export interface HostedEngineOptions {
  readonly installation: Installation
  readonly dataDir: string
  /** Absent where the host cannot print. */
  readonly printPdf?: PrintPdf | undefined
  readonly log: FileLog
  readonly now: () => Date
}

/** The engine in the world that this installation gives it. */
export function openHostedEngine(options: HostedEngineOptions): RunningEngine {
  const { installation, dataDir, printPdf, log, now } = options
  const { version, resourcesDir, ffprobe } = installation
  const newId = () => randomUUID()
  return createEngine({ version, dataDir, resourcesDir, ffprobe, printPdf, log: log.log, now, newId })
}
