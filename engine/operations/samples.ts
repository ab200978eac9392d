import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import { samplesFolder } from '../samples/samples-folder.ts'
import type { Claims } from '../sources/claims.ts'
import type { World } from '../world.ts'

type SampleOperations = Pick<Engine<Contract>, 'samples.write'>

/** Always the same: no host hands this folder in, so none could hand it in again to an engine that follows on a dead one. */
const claim = 'samples'

/** Sample media, for whoever wants to see the program at work before having any. */
export function sampleOperations({ world, claims }: { world: World; claims: Claims }): SampleOperations {
  claims.put(claim, samplesFolder(world.dataDir))
  return {
    async 'samples.write'(_, call) {
      // Draws pictures: loaded only when somebody wants some.
      const { writeSamples } = await import('../samples/write-samples.ts')
      const { files } = await writeSamples(world, call)
      return { claim, files }
    },
  }
}
