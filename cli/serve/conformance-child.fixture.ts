import { conformanceContract, conformanceEngine } from '../../shared/conformance.fixture.ts'
import { serve } from '../../shared/wire.ts'
import { processPort } from './process-port.ts'

/** The program of an engine process that only shows how calls are carried. */
serve(
  conformanceContract,
  conformanceEngine(),
  processPort(() => undefined),
  () => 'ref',
)
