import { lstat, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from '../sources/places.ts'
import { isAlive } from '../store/process-alive.ts'
import { systemReason } from '../store/system-reason.ts'
import { thisHost } from '../store/this-host.ts'

/** Nobody packs for a day: what has lain still so long is left over, whoever made it. */
export const oldestAlive = 24 * 3_600_000
const pattern = /^\.kepuri-([0-9a-f]{8})-(\d+)-[^/\\]*\.part$/

/**
 * The name of a workplace, or of a file that is being written where it shall lie: hidden, and telling whose it is.
 *
 * @param id without `/`
 */
export const workplaceName = (id: string): string => `.kepuri-${thisHost}-${process.pid}-${id}.part`

/** Whether it is a name that we give to what is unfinished, and no path to anywhere else. */
export const isWorkplaceName = (name: string): boolean => pattern.test(name)

/**
 * Sweeps away what runs that are no longer alive have left. On a shared folder another computer's process number says
 * nothing, so there only age counts. Never fails: a folder may be open to writing and not to looking.
 */
export async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home).catch(() => []))
    if (await isLeftover(home, name)) await remove(path.join(home, name)).catch(() => undefined)
}

/** Whether something unfinished has nobody who will finish it. */
export async function isLeftover(home: string, name: string): Promise<boolean> {
  const match = pattern.exec(name)
  if (!match) return false
  const dead = match[1] === thisHost && !isAlive(Number(match[2]))
  return dead || Date.now() - (await lastTouched(path.join(home, name))) >= oldestAlive
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
 * put its own things there. Names that are not ours are left.
 *
 * @returns whether it is gone; false also where it may lie on a disk that is not there at the moment
 */
export async function clearPlace({ home, names, firstMade, device }: UnfinishedPlace): Promise<boolean> {
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
  // Looked at first: taking folders away changes which is the nearest.
  const same = (await deviceOf(home)) === device
  if (found || same) await removeEmptyFolders(home, firstMade)
  return found || same
}

/** The volume of a place, or of the nearest folder above it that is there; undefined where nothing can be told. */
export async function deviceOf(place: string): Promise<number | undefined> {
  for (let at = place; ; at = path.dirname(at)) {
    const status = await stat(at).catch(() => undefined)
    if (status || path.dirname(at) === at) return status?.dev
  }
}

async function removeEmptyFolders(home: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined) return
  const last = await realpath(firstMade).catch(() => firstMade)
  for (let folder = home; isInside(folder, last); folder = path.dirname(folder))
    try {
      await rmdir(folder)
    } catch (error) {
      if (systemReason(error) !== 'ENOENT') return
    }
}

/** When the folder or a file in it was written last; now, where it cannot be told. */
async function lastTouched(folder: string): Promise<number> {
  try {
    const own = await stat(folder)
    const names = own.isDirectory() ? await readdir(folder) : []
    const times = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).mtimeMs))
    return Math.max(own.mtimeMs, ...times)
  } catch {
    return Date.now()
  }
}
