import { conformanceContract, conformanceEngine } from '../../shared/conformance.fixture.ts'
import { serve } from '../../shared/wire.ts'
import { processPort } from './process-port.ts'

/** The program of an engine process that only shows how calls and claims are carried. */
const claims = new Map<string, string>()
serve(
  conformanceContract,
  conformanceEngine(),
  processPort({ claimAs: (id, given) => claims.set(id, given), locate: (id) => claims.get(id) }),
  () => 'ref',
)
