import type { Contract } from '../../shared/contract.ts'
import type { Engine } from '../../shared/operation.ts'
import type { ProjectParts } from './project.ts'

/** A mail of a package as a draft beside it, written when the clerk wants it. */
export function draftMailOperation(_parts: ProjectParts): Engine<Contract>['project.draft-mail'] {
  return () => Promise.reject(new Error('not yet'))
}
