import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { checksumsName, manifestName } from '../../shared/packing/manifest.ts'
import type { Claim } from '../sources/claims.ts'
import { isIgnoredName } from '../sources/ignored-name.ts'
import { readFault } from '../store/system-fault.ts'

/** A place where a package lies, or should. */
export interface Found extends Claim {
  readonly kind: 'zip' | 'folder' | 'nothing'
  readonly bytes: number
}

/**
 * The packages at a place: a zip, an unpacked folder, the zips of a folder; and where a folder holds none of these
 * itself, those of the folders in it, as `--out` leaves them.
 *
 * @throws Fault `not-found`, `not-readable`
 */
export async function packagesAt(claim: Claim): Promise<Found[]> {
  try {
    const stats = await stat(claim.path)
    if (!stats.isDirectory()) return [{ ...claim, kind: 'zip', bytes: stats.size }]
    const here = await packagesIn(claim)
    if (here.length > 0) return here
    const folders = (await namesIn(claim)).filter((entry) => entry.isDirectory())
    // A folder that may not be read is not the package that was meant.
    const deeper = folders.map(({ name }) => packagesIn(below(claim, name)).catch(() => []))
    const found = (await Promise.all(deeper)).flat()
    return found.length > 0 ? found : [{ ...claim, kind: 'nothing', bytes: 0 }]
  } catch (error) {
    throw readFault(error, claim.given)
  }
}

/** The unpacked package that a folder is, or the zips that it holds. */
async function packagesIn(folder: Claim): Promise<Found[]> {
  const entries = await namesIn(folder)
  if (entries.some(({ name }) => name === checksumsName || name === manifestName))
    return [{ ...folder, kind: 'folder', bytes: await folderBytes(folder.path) }]
  const zips = entries.filter((entry) => !entry.isDirectory() && /\.zip$/i.test(entry.name))
  return Promise.all(
    zips.map(async ({ name }): Promise<Found> => {
      const zip = below(folder, name)
      // One that cannot be read says so when it is opened.
      const bytes = await stat(zip.path).then(
        ({ size }) => size,
        () => 0,
      )
      return { ...zip, kind: 'zip', bytes }
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
async function folderBytes(root: string): Promise<number> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const entry of entries)
    if (entry.isFile())
      bytes += await stat(path.join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      )
  return bytes
}
