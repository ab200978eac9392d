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
  /** Takes a path in under an id that its host has chosen. */
  put(id: string, given: string): void
  get(id: string): Claim
  find(id: string): Claim | undefined
}

export function createClaims(newId: () => string): Claims {
  const claims = new Map<string, Claim>()
  const put = (id: string, given: string) => void claims.set(id, { path: path.resolve(given), given })
  return {
    put,
    add(given) {
      const id = newId()
      put(id, given)
      return id
    },
    find: (id) => claims.get(id),
    get(id) {
      const claim = claims.get(id)
      if (!claim) throw new Fault({ code: 'bad-request', operation: 'claim', detail: `no claim ${id}` })
      return claim
    },
  }
}
