import type { PackageState } from '../../../shared/contract/projects.ts'
import type { FaultData } from '../../../shared/faults.ts'

/**
 * What is known of a package's folder: nobody has looked yet, it cannot be looked into, its files are all there, or they
 * are not what was written.
 */
export type PackageStanding = 'looking' | 'unknown' | 'whole' | 'broken'

/** @param fault why the last look failed; what was seen broken before is still taken for broken */
export function packageStanding(
  state: PackageState | undefined,
  fault: FaultData | undefined,
): PackageStanding {
  if (state && state.state !== 'whole') return 'broken'
  if (fault && fault.code !== 'cancelled') return 'unknown'
  return state ? 'whole' : 'looking'
}
