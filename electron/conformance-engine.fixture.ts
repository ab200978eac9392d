import { conformanceContract, conformanceEngine } from '../shared/conformance.fixture.ts'
import { serve } from '../shared/wire.ts'
import { enginePort } from './engine-port.ts'

/** The program of an engine process that only shows how calls are carried, under plain Node instead of Electron. */
if (process.argv.includes('--broken')) process.exit(3)
const claims = new Map<string, string>()
const port = enginePort(
  {
    on: (_event, listener) => process.on('message', (data) => listener({ data })),
    postMessage: (message) => process.send?.(message),
  },
  {
    claimAs: (id, given) => claims.set(id, given),
    locate: (id) => claims.get(id),
    exit: () => process.exit(0),
    patience: 500,
  },
)
process.on('disconnect', () => process.exit(0))
serve(conformanceContract, conformanceEngine(), port, () => 'ref')
