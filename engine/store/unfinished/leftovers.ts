import { lstat, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../../sources/places.ts'
import { systemReason } from '../system-reason.ts'
import { fateIn, runMark, runMarkPattern } from '../this-run.ts'
import { isTouched } from './heartbeat.ts'

/** On another computer somebody may be at work, until nothing has been touched for a day. */
export const elsewhereMs = 24 * 3_600_000
/**
 * A dead run's own note takes away at once what it left. What is only found by its name waits until ten heartbeats have
 * stayed out: a cloned computer bears our name, and its living runs have numbers that are dead here.
 */
const hereMs = 10 * 60_000
const pattern = new RegExp(String.raw`^\.kepuri-${runMarkPattern}-[^/\\]*\.part$`)

/**
 * The name of a workplace, or of a file that is being written where it shall lie: hidden, and telling whose it is.
 *
 * @param id without `/`
 */
export const workplaceName = (id: string): string => `.kepuri-${runMark}-${id}.part`

/** Whether it is a name that we give to what is unfinished, and no path to anywhere else. */
export const isWorkplaceName = (name: string): boolean => pattern.test(name)

/** Sweeps away what nobody works on any more. Never fails: a folder may be open to writing and not to looking. */
export async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home).catch(() => []))
    if (await isLeftover(home, name)) await remove(path.join(home, name)).catch(() => undefined)
}

/** Whether something unfinished has nobody who will finish it. What a living run has here never is, however old. */
async function isLeftover(home: string, name: string): Promise<boolean> {
  const fate = fateIn(name, pattern)
  if (fate === undefined || fate === 'alive') return false
  return !(await isTouched(path.join(home, name), fate === 'dead' ? hereMs : elsewhereMs))
}

const remove = (at: string) => rm(at, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** Something unfinished, and the folders that were made for it. */
export interface UnfinishedPlace {
  /** The folder that it lies in, its links followed. */
  readonly home: string
  readonly names: readonly string[]
  /** The first folder that is made for it: this one and those below it that lead to `home`. */
  readonly firstMade?: string | undefined
  /** Of the volume: `stat` of the nearest folder that was there. */
  readonly device: number
}

/**
 * Takes away what is unfinished, and the folders that were made for it as long as they are empty: another program may have
 * put its own things there. Names that are not ours are left, and so is all where the place is none.
 *
 * @param made whether it may have come about at all
 * @returns whether it is gone; false also where it may lie on a disk that is not there at the moment, or in a folder that was
 *   moved away and may come back
 */
export async function clearPlace(
  { home, names, firstMade, device }: UnfinishedPlace,
  made = true,
): Promise<boolean> {
  if (!path.isAbsolute(home)) return true
  let found = false
  for (const name of names) {
    const at = path.join(home, name)
    if (!isWorkplaceName(name)) continue
    try {
      await lstat(at)
      found = true
      await remove(at)
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemReason(error))) return false
    }
  }
  // A folder that was there before us, and is not now.
  if (made && !found && firstMade === undefined && !(await isThere(home))) return false
  // Looked at first: taking folders away changes which is the nearest.
  const same = (await deviceOf(home)) === device
  if (found || same) await removeEmptyFolders(home, firstMade)
  return found || same
}

const isThere = (place: string): Promise<boolean> =>
  lstat(place).then(
    () => true,
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(systemReason(error)),
  )

/** The volume of a place, or of the nearest folder above it that is there; undefined where nothing can be told. */
export async function deviceOf(place: string): Promise<number | undefined> {
  for (let at = place; ; at = path.dirname(at)) {
    const status = await stat(at).catch(() => undefined)
    if (status || path.dirname(at) === at) return status?.dev
  }
}

async function removeEmptyFolders(home: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined || !path.isAbsolute(firstMade) || !isInside(home, firstMade)) return
  const last = await realpath(firstMade).catch(() => firstMade)
  for (let folder = home; isInside(folder, last); folder = path.dirname(folder))
    try {
      await rmdir(folder)
    } catch (error) {
      if (systemReason(error) !== 'ENOENT') return
    }
}
