import { nameProblem } from '../../shared/paths/paths.ts'

/** No system writes longer paths for people; Windows' own limit is far below. */
const longestPath = 1024

/**
 * Whether a path must not be unpacked: it leaves its folder, some system cannot write it or writes it elsewhere
 * (devices, streams), or it shows as another than it is.
 */
export function isUnsafe(path: string): boolean {
  return (
    path.length > longestPath ||
    // Controls, and marks that turn the direction of writing.
    /[\p{Cc}\p{Cf}\p{Cs}]/u.test(path) ||
    path.split('/').some((part) => nameProblem(part) !== undefined)
  )
}
