import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { foldedCase } from '../../shared/paths/paths.ts'
import { absolutePlace } from './places.ts'

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
  /** Whether a path was handed in, or lies below one that was. None that is relative or goes through `..` does. */
  cover(place: string): boolean
}

export function createClaims(newId: () => string): Claims {
  const claims = new Map<string, Claim>()
  const handedIn = new Set<string>()
  const put = (id: string, given: string) => {
    const claim = { path: absolutePlace(given), given }
    claims.set(id, claim)
    handedIn.add(sameCase(claim.path))
  }
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
    cover(place) {
      if (path.resolve(place) !== place) return false
      for (let at = absolutePlace(place); ; at = path.dirname(at)) {
        if (handedIn.has(sameCase(at))) return true
        if (path.dirname(at) === at) return false
      }
    },
  }
}

/** Two spellings are one path where the system takes no account of case. */
const sameCase = (place: string): string => (process.platform === 'win32' ? foldedCase(place) : place)
