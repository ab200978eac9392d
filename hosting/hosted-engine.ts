import { randomUUID } from 'node:crypto'
import { createEngine, type RunningEngine } from '../engine/engine.ts'
import type { FileLog } from './file-log.ts'
import type { Installation } from './installation.ts'

export interface HostedEngineOptions {
  readonly installation: Installation
  readonly dataDir: string
  readonly log: FileLog
  readonly now: () => Date
}

/** The engine in the world that this installation gives it. */
export function openHostedEngine({ installation, dataDir, log, now }: HostedEngineOptions): RunningEngine {
  const { version, resourcesDir, ffprobe } = installation
  const newId = () => randomUUID()
  return createEngine({ version, dataDir, resourcesDir, ffprobe, log: log.log, now, newId })
}
