import { conformanceContract, conformanceEngine } from '../shared/conformance.fixture.ts'
import { serve } from '../shared/wire.ts'
import { enginePort } from './engine-port.ts'
import { hostLine } from './host-line.ts'

/** The program of an engine process that only shows how calls and claims are carried. */
if (process.argv.includes('--broken')) process.exit(3)
const claims = new Map<string, string>()
const paths = {
  claimAs: (id: string, given: string) => claims.set(id, given),
  locate: async (id: string) => claims.get(id),
}
const port = enginePort(hostLine(), paths, { exit: () => process.exit(0), patienceMs: 500 })
serve(conformanceContract, conformanceEngine(), port, () => 'ref')
