import type { Dirent } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { checksumsName, manifestName } from '../../shared/packing/manifest.ts'
import type { Claim } from '../sources/claims.ts'
import { isIgnoredName } from '../sources/ignored-name.ts'
import { readFault } from '../store/system-fault.ts'
import { walkFolder } from './walk-folder.ts'

/** A place where a package lies, or should. */
export interface Found extends Claim {
  readonly kind: 'zip' | 'folder' | 'nothing'
  readonly bytes: number
  /** Nobody named it: it lies in a folder that was. What belongs to it should lie there too. */
  readonly within: boolean
}

/**
 * The packages at a place: a zip, an unpacked folder, the zips of a folder and what lies unpacked beside them; and where a
 * folder holds no zips itself, those of the folders in it, as `--out` leaves them.
 *
 * @throws Fault `not-found`, `not-readable`; the signal's reason
 */
export async function packagesAt(claim: Claim, signal: AbortSignal): Promise<Found[]> {
  try {
    const stats = await stat(claim.path)
    if (!stats.isDirectory()) return [stats.isFile() ? zip(claim, stats.size) : nothing(claim)]
    const itself = await unpackedAt(claim, signal)
    if (itself) return [itself]
    const zips = await zipsIn(claim)
    const folders = (await namesIn(claim)).filter((entry) => entry.isDirectory())
    const found: Found[] = [...zips]
    for (const { name } of folders) {
      signal.throwIfAborted()
      // A folder that may not be read is not the package that was meant.
      const inside = await packagesIn(below(claim, name), zips.length > 0, signal).catch(() => [])
      found.push(...inside)
    }
    return found.length > 0 ? found.map((one) => ({ ...one, within: true })) : [nothing(claim)]
  } catch (error) {
    signal.throwIfAborted()
    throw readFault(error, claim.given)
  }
}

/**
 * The unpacked package that a folder is, or else the zips that it holds and the parts that lie unpacked in it.
 *
 * @param only whether only the folder itself is looked at: it lies beside zips
 */
async function packagesIn(folder: Claim, only: boolean, signal: AbortSignal): Promise<Found[]> {
  const itself = await unpackedAt(folder, signal)
  if (itself) return [itself]
  if (only) return []
  const found = await zipsIn(folder)
  for (const entry of await namesIn(folder)) {
    if (!entry.isDirectory()) continue
    const part = await unpackedAt(below(folder, entry.name), signal).catch(() => undefined)
    if (part) found.push(part)
  }
  return found
}

const zip = (claim: Claim, bytes: number): Found => ({ ...claim, kind: 'zip', bytes, within: false })
const nothing = (claim: Claim): Found => ({ ...claim, kind: 'nothing', bytes: 0, within: false })

/** The folder as an unpacked package, if what every package carries lies in it. */
async function unpackedAt(folder: Claim, signal: AbortSignal): Promise<Found | undefined> {
  const marks = await Promise.all([checksumsName, manifestName].map((name) => exists(below(folder, name))))
  if (!marks.some(Boolean)) return undefined
  return { ...folder, kind: 'folder', bytes: await folderBytes(folder.path, signal), within: false }
}

const exists = ({ path: place }: Claim): Promise<boolean> =>
  lstat(place).then(
    () => true,
    () => false,
  )

async function zipsIn(folder: Claim): Promise<Found[]> {
  const entries = (await namesIn(folder)).filter(
    (entry) => !entry.isDirectory() && /\.zip$/i.test(entry.name),
  )
  return Promise.all(
    entries.map(async ({ name }) => {
      const one = below(folder, name)
      const stats = await stat(one.path).catch(() => undefined)
      // One that cannot be read says so when it is opened; to open a pipe would wait for its other end.
      return stats && !stats.isFile() ? nothing(one) : zip(one, stats?.size ?? 0)
    }),
  )
}

const below = ({ path: place, given }: Claim, name: string): Claim => ({
  path: path.join(place, name),
  given: path.join(given, name),
})

async function namesIn(folder: Claim): Promise<Dirent[]> {
  const entries = await readdir(folder.path, { withFileTypes: true })
  return entries
    .filter(({ name }) => !isIgnoredName(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** For progress: what cannot be measured counts nothing. */
async function folderBytes(root: string, signal: AbortSignal): Promise<number> {
  const { files } = await walkFolder(root, signal).catch(() => ({ files: [] }))
  signal.throwIfAborted()
  let bytes = 0
  for (const { absolute } of files)
    bytes += await stat(absolute).then(
      ({ size }) => size,
      () => 0,
    )
  return bytes
}
