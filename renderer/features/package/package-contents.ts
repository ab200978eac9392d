import type { PackageState } from '../../../shared/contract/projects.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'

/** A file of a package: what was written, and what is there now. */
export interface PackageFile {
  readonly name: string
  /** As written; of a document only what is there tells. */
  readonly bytes: number | undefined
  readonly sha256: string | undefined
  /** Known to the host; undefined where the file is gone, or nobody has looked yet. */
  readonly id: string | undefined
  readonly state: 'there' | 'gone' | 'different' | 'unknown'
}

/** Paths are the engine's own, of any system. */
export const fileNameOf = (path: string): string => baseName(path.replaceAll('\\', '/'))

/** The files of a package, archives first. */
export function packageFiles({ result }: PackageRecord, state: PackageState | undefined): PackageFile[] {
  const there = new Map(state?.files.map((file) => [file.name, file]))
  const written = [
    ...result.packages.map(({ path, bytes, sha256 }) => ({ name: fileNameOf(path), bytes, sha256 })),
    ...result.documents.map((path) => ({ name: fileNameOf(path), bytes: undefined, sha256: undefined })),
  ]
  return written.map(({ name, bytes, sha256 }) => {
    const found = there.get(name)
    return {
      name,
      bytes: bytes ?? found?.bytes,
      sha256,
      id: found?.id,
      state: !state
        ? 'unknown'
        : !found
          ? 'gone'
          : bytes !== undefined && bytes !== found.bytes
            ? 'different'
            : 'there',
    }
  })
}

/** Whether a file of that name was written beside the archives. */
export const hasDocument = ({ result }: PackageRecord, name: string): boolean =>
  result.documents.some((path) => fileNameOf(path) === name)

/** The size of all archives. */
export const packedBytes = ({ result }: PackageRecord): number =>
  result.packages.reduce((sum, { bytes }) => sum + bytes, 0)

/** How many of a package's mails were sent. */
export const sentMails = ({ result, sent }: PackageRecord): number =>
  result.mails.filter((_, index) => sent[String(index)] !== undefined).length
