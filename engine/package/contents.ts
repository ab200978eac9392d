import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import type { Format } from '../../shared/facts.ts'
import { checksumsName, manifestName } from '../../shared/packing/manifest.ts'

/** A file of a package, as it was measured. */
export interface ReadFile {
  readonly sha256: string
  readonly bytes: number
  /** By its first bytes, whatever its name; office files may show as `zip`. */
  readonly format: Format
}

/** What was read of a package, from an archive or from an unpacked folder alike. */
export interface Contents {
  /** By path with `/`. */
  readonly files: ReadonlyMap<string, ReadFile>
  /** Text of the files that machines read, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Workbooks beside the manifest, whole: a list among them is held against it. */
  readonly workbooks: ReadonlyMap<string, Buffer>
  /** What is wrong with the container itself. */
  readonly problems: readonly VerifyProblem[]
}

/** Where a reader reports its place: the file being read, and the bytes read so far. */
export type OnRead = (name: string, bytes: number) => void

const largestText = 32 * 1024 * 1024
const largestWorkbook = 20 * 1024 * 1024
/** A package has one or two. */
const mostWorkbooks = 50
/** All that is kept of one package, whatever its files claim. */
const mostKept = 64 * 1024 * 1024

/** Files whose text is kept while they are hashed. */
export const isText = (path: string, bytes: number): boolean =>
  (path === manifestName || path === checksumsName) && bytes <= largestText

/** Files that are kept whole: the workbooks that lie beside the manifest. */
export const isWorkbook = (path: string, bytes: number): boolean =>
  !path.includes('/') && /\.xlsx$/i.test(path) && bytes <= largestWorkbook

/** Workbooks of one package, as they are kept: so many, of so many bytes. */
export class KeptWorkbooks {
  readonly byPath = new Map<string, Buffer>()
  #bytes = 0

  keep(path: string, content: Buffer): void {
    if (this.byPath.size >= mostWorkbooks || this.#bytes + content.length > mostKept) return
    this.byPath.set(path, content)
    this.#bytes += content.length
  }
}
