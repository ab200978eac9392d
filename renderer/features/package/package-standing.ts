import type { PackageState } from '../../../shared/contract/projects.ts'
import type { FaultData } from '../../../shared/faults.ts'

/**
 * What is known of a package's folder: nobody has looked yet, it cannot be looked into, its files are all there, or they
 * are not what was written. `elsewhere`: it was packed on another computer.
 */
export type PackageStanding = 'looking' | 'unknown' | 'whole' | 'broken' | 'elsewhere'

/** Whether there is no folder of it on this computer that could be opened. */
export const isGone = (state: PackageState | undefined): boolean =>
  state?.state === 'missing' || state?.state === 'elsewhere'

/** Whether it may be sent as it is, as far as is known. */
export const isUsable = (standing: PackageStanding): boolean =>
  standing !== 'broken' && standing !== 'elsewhere'

/** @param fault why the last look failed; what was seen broken before is still taken for broken */
export function packageStanding(
  state: PackageState | undefined,
  fault: FaultData | undefined,
): PackageStanding {
  if (state?.state === 'elsewhere') return 'elsewhere'
  if (state && state.state !== 'whole') return 'broken'
  if (fault && fault.code !== 'cancelled') return 'unknown'
  return state ? 'whole' : 'looking'
}
