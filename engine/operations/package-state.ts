import { stat } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import type { PackageState } from '../../shared/contract/projects.ts'
import type { PackageRecord } from '../../shared/project/document.ts'
import { draftName } from '../mail/write-draft.ts'
import { isPaper } from '../package/read-paper.ts'
import { walkFolder } from '../package/walk-folder.ts'
import type { Files } from '../sources/files.ts'
import { questionsAtOnce } from '../sources/questions-at-once.ts'

type SeenFile = PackageState['files'][number]

/**
 * What is there of a package: archives by their size, documents by being there. Papers may be put away once they are
 * signed, and drafts once they are sent. Files that are there become known.
 */
export async function stateOf(
  record: PackageRecord,
  files: Files,
): Promise<Pick<PackageState, 'state' | 'files'>> {
  const { id, result } = record
  const drafts = result.mails.map((_, index) => draftOf(record, index))
  // They may have been written with the package or later: either way they are looked for as drafts.
  const documents = result.documents.filter((one) => !drafts.some((draft) => draft.path === one))
  const written = [...result.packages, ...documents.map((one) => ({ path: one, bytes: undefined }))]
  const seen = await Promise.all(
    written.map(async ({ path: file, bytes: expected }, index) => {
      const known = await seeFile(`package-${id}-${index}`, file, files)
      return known && { ...known, right: expected === undefined || expected === known.bytes }
    }),
  )
  const there = seen.filter((one) => one !== undefined)
  const whole =
    written.every(({ path: file }, index) => seen[index] !== undefined || isPaper(file)) &&
    there.every(({ right }) => right)
  const seenDrafts = await Promise.all(drafts.map((draft) => seeFile(draft.id, draft.path, files)))
  return {
    state: whole ? 'whole' : there.length === 0 ? 'missing' : 'changed',
    files: [
      ...there.map(({ id: file, name, bytes }) => ({ id: file, name, bytes })),
      ...seenDrafts.filter((one) => one !== undefined),
    ],
  }
}

/** Where the draft of a mail of a package lies, if it was written, and the id by which clients speak of it. */
export const draftOf = (
  { id, result }: PackageRecord,
  mail: number,
): { readonly id: string; readonly path: string } => ({
  id: `package-${id}-draft-${mail}`,
  path: path.join(result.out, draftName(mail, result.mails.length)),
})

/**
 * Makes a file of a package known under the id; undefined where it is not there. The folder of a part that is carried on a
 * disk is not made known: there is nothing in it that a host could hand out as one.
 */
export async function seeFile(id: string, file: string, files: Files): Promise<SeenFile | undefined> {
  const status = await stat(file).catch(() => undefined)
  const name = path.basename(file)
  if (status?.isDirectory() === true) {
    const bytes = await folderBytes(file)
    return bytes === undefined ? undefined : { id, name, bytes }
  }
  if (status?.isFile() !== true) return undefined
  // Below no root: an id of a package is never that of a source.
  files.put(id, {
    path: file,
    given: file,
    root: '',
    relative: name,
    bytes: status.size,
    modifiedMs: status.mtimeMs,
  })
  return { id, name, bytes: status.size }
}

/** What all files below a folder hold; undefined where it cannot be told. */
async function folderBytes(folder: string): Promise<number | undefined> {
  const { files } = await walkFolder(folder, new AbortController().signal).catch(() => ({ files: undefined }))
  if (!files) return undefined
  const limit = pLimit(questionsAtOnce)
  const sizes = await Promise.all(
    files.map(({ absolute }) =>
      limit(async () => {
        const status = await stat(absolute).catch(() => undefined)
        return status?.size
      }),
    ),
  )
  return sizes.reduce((sum: number, size) => sum + (size ?? 0), 0)
}
