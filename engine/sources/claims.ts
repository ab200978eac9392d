import path from 'node:path'
import { Fault } from '../../shared/faults.ts'

/** A path in the host's hands, under an id that clients may use. */
export interface Claim {
  /** Absolute. */
  readonly path: string
  /** As the person or program named it. */
  readonly given: string
}

/** The paths that hosts have handed in. An id that was never handed out opens nothing. */
export interface Claims {
  add(given: string): string
  get(id: string): Claim
}

export function createClaims(newId: () => string): Claims {
  const claims = new Map<string, Claim>()
  return {
    add(given) {
      const id = newId()
      claims.set(id, { path: path.resolve(given), given })
      return id
    },
    get(id) {
      const claim = claims.get(id)
      if (!claim) throw new Fault({ code: 'bad-request', operation: 'claim', detail: `no claim ${id}` })
      return claim
    },
  }
}
