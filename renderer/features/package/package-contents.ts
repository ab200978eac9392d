import type { Task } from '../../../shared/notice/task.ts'
import type { PartWay } from '../../../shared/packing/sending.ts'
import type { PackageState } from '../../../shared/contract/projects.ts'
import { lastName } from '../../../shared/paths/paths.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'

/** A file of a package: what was written, and what is there now. */
export interface PackageFile {
  readonly name: string
  /** As written; of a document only what is there tells. */
  readonly bytes: number | undefined
  readonly sha256: string | undefined
  /** A part that is carried on a disk as it is. */
  readonly folder: boolean
  /** Known to the host; undefined where the file is gone, or nobody has looked yet. */
  readonly id: string | undefined
  /** `elsewhere`: on another computer. */
  readonly state: 'there' | 'gone' | 'different' | 'unknown' | 'elsewhere'
}

/** Paths are the engine's own, of any system. */
export const fileNameOf = (path: string): string => lastName(path)

/** The files of a package, archives first; drafts of mails, which may be written later, last. */
export function packageFiles({ result }: PackageRecord, state: PackageState | undefined): PackageFile[] {
  const there = new Map(state?.files.map((file) => [file.name, file]))
  const written: readonly Pick<PackageFile, 'name' | 'bytes' | 'sha256' | 'folder'>[] = [
    ...result.packages.map((part) => ({
      name: fileNameOf(part.path),
      bytes: part.bytes,
      sha256: part.sha256,
      folder: isFolder(part),
    })),
    ...result.documents
      .map(fileNameOf)
      // One that was put away was only a help.
      .filter((name) => !isDraft(name) || there.has(name))
      .map((name) => ({ name, bytes: undefined, sha256: undefined, folder: false })),
  ]
  const names = new Set(written.map(({ name }) => name))
  const later = [...there.values()]
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => ({ name, bytes: undefined, sha256: undefined, folder: false }))
  return [...written, ...later].map((file) => {
    const found = there.get(file.name)
    const right = !found || file.folder || file.bytes === undefined || file.bytes === found.bytes
    return {
      ...file,
      bytes: file.bytes ?? found?.bytes,
      id: found?.id,
      state: !state
        ? 'unknown'
        : state.state === 'elsewhere'
          ? 'elsewhere'
          : !found
            ? 'gone'
            : right
              ? 'there'
              : 'different',
    }
  })
}

const isDraft = (name: string): boolean => name.endsWith('.eml')

type PackedPart = PackageRecord['result']['packages'][number]

/** A part that lies there unpacked, to be copied onto a disk. */
const isFolder = ({ way, path }: PackedPart): boolean => way === 'disk' && !path.endsWith('.zip')

/** How many archives a package consists of, and how many folders. */
export const partCounts = ({
  result: { packages },
}: PackageRecord): { readonly archives: number; readonly folders: number } => {
  const folders = packages.filter(isFolder).length
  return { archives: packages.length - folders, folders }
}

/** The part that a mail is about: the one that it carries, else the one in its turn. */
export const partOfMail = (
  { result: { packages, mails } }: PackageRecord,
  index: number,
): PackedPart | undefined =>
  packages.find(({ path }) => mails[index]?.attachments.includes(path)) ?? packages[index]

/** How a part goes out; what was written before there were several ways, by its size. */
export function wayOfPart({ recipients, packaging }: Task, { way, bytes }: PackedPart): PartWay {
  if (way) return way
  if (recipients.every(({ channel }) => channel !== 'mail')) return 'handed'
  if (packaging.caps.some((cap) => bytes <= cap.bytes)) return 'attachment'
  return packaging.large && bytes <= packaging.large.bytes ? 'large' : 'disk'
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
