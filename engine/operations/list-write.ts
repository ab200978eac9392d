import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import type { Notices } from '../store/notices.ts'
import type { World } from '../world.ts'
import type { OutRoom } from './out-place.ts'

type ListWriteOperations = Pick<Engine<Contract>, 'list.template' | 'list.write'>

/** The list as a workbook: into the template that is shipped or the clerk's own. */
export function listWriteOperations(
  _room: OutRoom & { readonly world: World; readonly notices: Notices },
): ListWriteOperations {
  return {
    async 'list.template'() {
      throw new Error('not there yet')
    },
    async 'list.write'() {
      throw new Error('not there yet')
    },
  }
}
