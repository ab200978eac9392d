import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import type { Claims } from '../sources/claims.ts'
import type { World } from '../world.ts'

type SampleOperations = Pick<Engine<Contract>, 'samples.write'>

/** Sample media, for whoever wants to see the program at work before having any. */
export function sampleOperations({ world, claims }: { world: World; claims: Claims }): SampleOperations {
  return {
    async 'samples.write'(_, call) {
      // Draws pictures: loaded only when somebody wants some.
      const { writeSamples } = await import('../samples/write-samples.ts')
      const { folder, files } = await writeSamples(world, call)
      return { claim: claims.add(folder), files }
    },
  }
}
