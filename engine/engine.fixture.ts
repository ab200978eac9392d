import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { contract } from '../shared/contract.ts'
import { Fault } from '../shared/faults.ts'
import { joinedPorts } from '../shared/joined-port.ts'
import { connect, type Reply, type Request, serve } from '../shared/wire.ts'
import { createEngine } from './engine.ts'
import type { World } from './world.ts'

/** An engine with a data folder of its own, or one that comes after another there, and its client over the in-process port. */
export async function openEngine(given: { folder?: string } & Partial<World> = {}) {
  const { folder: home, ...world } = given
  const folder = home ?? (await mkdtemp(path.join(tmpdir(), 'kepuri-engine-')))
  const bugs: unknown[] = []
  let last = 0
  const engine = createEngine({
    version: 'test',
    dataDir: path.join(folder, 'data'),
    resourcesDir: path.join(import.meta.dirname, '../resources'),
    ffprobe: undefined,
    log: () => undefined,
    now: () => new Date(Date.parse('2023-08-20T02:00:00Z') + last),
    newId: () => `id-${(last += 1)}`,
    ...world,
  })
  const ports = joinedPorts<Request, Reply>()
  serve(contract, engine.operations, ports.far, (error) => `ref-${bugs.push(error)}`)
  const client = connect(contract, ports.near)
  return {
    /** Without the pace of the wire, which folds progress. */
    operations: engine.operations,
    claim: engine.claim,
    locate: engine.locate,
    client,
    folder,
    bugs,
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The fault that a call ends with; undefined when it succeeds. */
export const faultOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => (error instanceof Fault ? error.data : error),
  )
