import type { Dirent } from 'node:fs'
import { opendir } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { clashKey } from '../../shared/paths/paths.ts'
import { isIgnoredName } from '../sources/ignored-name.ts'
import { ArchiveTrouble, troubleOf } from './archive-trouble.ts'
import { isUnsafe } from './unsafe-name.ts'

/** As of an archive: a folder may hold more, but a package never does. */
const mostEntries = 25_000
/** A package has one folder below its own. */
const deepest = 16

/** What systems of today hide in folders that they look at, and on disks that they write to. Others hide what they add. */
const hiddenLitter = /^\.(_.*|ds_store|localized|directory|fseventsd|spotlight-v100|trashes|trash-\d+)$/i

const isLitter = (name: string): boolean =>
  isIgnoredName(name) && (!name.startsWith('.') || hiddenLitter.test(name))

/** What lies in an unpacked package. */
export interface FolderEntry {
  readonly absolute: string
  /** Below the package's folder, with `/`. */
  readonly name: string
}

/** The files of a folder, and what must not be in a package. */
export interface FolderEntries {
  readonly files: readonly FolderEntry[]
  readonly problems: readonly VerifyProblem[]
}

/**
 * Every file below a folder, in the order of their names; what the system puts beside the files of people is passed over.
 * Links are not followed, wherever they lead.
 *
 * @throws ArchiveTrouble `too-many`; the signal's reason; what the file system says of the folder itself
 */
export async function walkFolder(root: string, signal: AbortSignal): Promise<FolderEntries> {
  const files: FolderEntry[] = []
  const problems: VerifyProblem[] = []
  const seen = new Set<string>()
  const left = { entries: mostEntries }
  const folders = [{ absolute: root, name: '', depth: 0 }]
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { absolute: parent, name: above, depth } = folder
    const entries = await entriesOf(parent, left, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      if (depth === 0 || error instanceof ArchiveTrouble) throw error
      const { reason, detail } = troubleOf(error)
      problems.push({ code: 'content-unreadable', item: above, reason, actual: detail })
      return []
    })
    for (const entry of entries) {
      // macOS writes accents apart.
      const name = (above === '' ? entry.name : `${above}/${entry.name}`).normalize('NFC')
      const absolute = path.join(parent, entry.name)
      const fine = entry.isFile() || (entry.isDirectory() && depth < deepest)
      if (!fine || isUnsafe(name)) problems.push({ code: 'unsafe-name', item: name })
      else if (seen.has(clashKey(name))) problems.push({ code: 'file-repeated', item: name })
      else if (entry.isDirectory()) folders.push({ absolute, name, depth: depth + 1 })
      else files.push({ absolute, name })
      seen.add(clashKey(name))
    }
  }
  return { files: files.toSorted((a, b) => byText(a.name, b.name)), problems }
}

/** One by one: of a folder without end no more is kept than may be in a package. */
async function entriesOf(folder: string, left: { entries: number }, signal: AbortSignal): Promise<Dirent[]> {
  const entries: Dirent[] = []
  for await (const entry of await opendir(folder)) {
    signal.throwIfAborted()
    if (isLitter(entry.name)) continue
    left.entries -= 1
    if (left.entries < 0) throw new ArchiveTrouble('too-many', `more than ${mostEntries} entries`)
    entries.push(entry)
  }
  return entries.toSorted((a, b) => byText(a.name, b.name))
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
