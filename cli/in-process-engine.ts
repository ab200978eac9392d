import { type HostedEngineOptions, openHostedEngine } from '../hosting/hosted-engine.ts'
import { type Contract, contract } from '../shared/contract.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import type { Client } from '../shared/operation.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'

/** The engine in the terminal's own process, as a command calls it. */
export interface InProcessEngine {
  readonly client: Client<Contract>
  readonly claim: (given: string) => string
  close(): void
}

export function openInProcessEngine(options: HostedEngineOptions): InProcessEngine {
  const engine = openHostedEngine(options)
  const ports = joinedPorts<Request, Reply>()
  serve(contract, engine.operations, ports.far, options.log.report)
  return { client: connect(contract, ports.near), claim: engine.claim, close: ports.close }
}
