import { randomUUID } from 'node:crypto'
import { createEngine } from '../engine/engine.ts'
import { type Contract, contract } from '../shared/contract.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import type { Client } from '../shared/operation.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import type { FileLog } from './file-log.ts'
import type { Installation } from './installation.ts'

/** The engine in the terminal's own process, as a command calls it. */
export interface InProcessEngine {
  readonly client: Client<Contract>
  readonly claim: (given: string) => string
  close(): void
}

export interface InProcessOptions {
  readonly installation: Installation
  readonly dataDir: string
  readonly log: FileLog
  readonly now: () => Date
}

export function openInProcessEngine({ installation, dataDir, log, now }: InProcessOptions): InProcessEngine {
  const { version, resourcesDir, ffprobe } = installation
  const engine = createEngine({
    version,
    dataDir,
    resourcesDir,
    ffprobe,
    log: log.log,
    now,
    newId: () => randomUUID(),
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, engine.operations, ports.far, log.report)
  return { client: connect(contract, ports.near), claim: engine.claim, close: ports.close }
}
