import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import type { Claims } from '../sources/claims.ts'
import type { Notices } from '../store/notices.ts'
import type { World } from '../world.ts'

type ListReadOperations = Pick<Engine<Contract>, 'list.read' | 'list.remember'>

/** Tables of others, read as they stand, and how their columns were understood. */
export function listReadOperations(_room: {
  readonly world: World
  readonly notices: Notices
  readonly claims: Claims
}): ListReadOperations {
  return {
    async 'list.read'() {
      throw new Error('not there yet')
    },
    async 'list.remember'() {
      throw new Error('not there yet')
    },
  }
}
