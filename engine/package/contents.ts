import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { checksumsName, manifestName } from '../../shared/packing/manifest.ts'

/** What was read of a package, from an archive or from an unpacked folder alike. */
export interface Contents {
  /** SHA-256 and size by path with `/`. */
  readonly files: ReadonlyMap<string, { readonly sha256: string; readonly bytes: number }>
  /** Text of the files that machines read, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** What is wrong with the container itself. */
  readonly problems: readonly VerifyProblem[]
}

/** Where a reader reports its place: the file being read, and the bytes read so far. */
export type OnRead = (name: string, bytes: number) => void

const largestText = 32 * 1024 * 1024

/** Files whose text is kept while they are hashed. */
export const isText = (path: string, bytes: number): boolean =>
  (path === manifestName || path === checksumsName) && bytes <= largestText

/** Why a path must not be unpacked: it leaves its folder, or no system can write it. */
export function isUnsafe(path: string): boolean {
  return (
    path === '' ||
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').some((part) => part === '..' || part === '.')
  )
}
