import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemReason } from './system-reason.ts'

/**
 * Makes a folder and those above it that are missing, one after the other. Node's own `recursive` never returns where
 * the parent is there and yet nothing can be made in it (`/proc/x`).
 *
 * @param missing those to be made, where the caller has found them
 * @returns the first folder that had to be made; undefined when all were there
 * @throws what the file system says: EEXIST where a file stands in its place, ENOTDIR where one stands above
 */
export async function makeFolders(folder: string, missing?: readonly string[]): Promise<string | undefined> {
  const toMake = missing ?? (await missingFolders(folder))
  for (const one of toMake)
    await mkdir(one).catch((error: unknown) => {
      // Another program made it a moment ago.
      if (systemReason(error) !== 'EEXIST') throw error
    })
  const made = await stat(folder)
  if (!made.isDirectory())
    throw Object.assign(new Error(`a file stands there: ${folder}`), { code: 'EEXIST' })
  return toMake[0]
}

/** The folders that `makeFolders` would make, the outermost first. Rejects with what the file system says. */
export async function missingFolders(folder: string): Promise<readonly string[]> {
  const missing: string[] = []
  let at = path.resolve(folder)
  while (!(await isThere(at))) {
    missing.unshift(at)
    const parent = path.dirname(at)
    if (parent === at) break
    at = parent
  }
  return missing
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    if (systemReason(error) === 'ENOENT') return false
    throw error
  }
}
