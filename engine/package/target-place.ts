import { lstat, mkdir, open, rm, stat } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { patiently } from '../store/patiently.ts'
import { systemReason } from '../store/system-reason.ts'
import { workplaceName } from '../store/unfinished/leftovers.ts'
import type { PackingJournal } from '../store/unfinished/packing-journal.ts'

/** Where a package will be written, as far as it is there. */
export interface TargetPlace {
  /** The target itself, or the nearest folder above it that is there. */
  readonly nearest: string
  /** Why nothing can be made there: the system's reason; absent where it can. */
  readonly trouble?: string
}

/** Finds the folder that is there already, and what stands in the way of making the target below it. Makes nothing. */
export async function findTarget(place: string): Promise<TargetPlace> {
  for (let at = place; ; at = path.dirname(at)) {
    const status = await stat(at).catch((error: unknown) => systemReason(error))
    if (typeof status !== 'string') {
      if (status.isDirectory()) return { nearest: at }
      return { nearest: at, trouble: at === place ? 'EEXIST' : 'ENOTDIR' }
    }
    // A link to nowhere stands in the way as well; ENOTDIR comes from a file further up.
    const dangling = status === 'ENOENT' && (await lstat(at).catch(() => undefined))
    if (dangling || !['ENOENT', 'ENOTDIR'].includes(status) || path.dirname(at) === at)
      return { nearest: at, trouble: status }
  }
}

export interface TryOptions {
  /** A file of so many bytes must find place; only asked where the system does not say what a file system holds. */
  readonly largest?: number | undefined
  readonly journal?: PackingJournal | undefined
}

/** What came of trying: the system's reason where nothing can be written, or that a large file cannot. */
export type Tried = { readonly trouble: string } | { readonly tooLarge: true } | undefined

/** Times that the folder may be taken away by another run's sweep in the moment in which it is tried. */
const mostVanishings = 5

/**
 * Makes a hidden folder with a file in it and takes both away: on network shares, and under Windows' rights, nothing less
 * tells. Where the folder vanishes meanwhile, the nearest above it is tried.
 */
export async function tryTarget(folder: string, options: TryOptions): Promise<Tried> {
  for (let vanished = 0; ; vanished += 1) {
    const { nearest, trouble } = await findTarget(folder)
    if (trouble !== undefined) return { trouble }
    const tried = await tryFolder(nearest, options)
    const gone = tried && 'trouble' in tried && tried.trouble === 'ENOENT'
    if (!gone || vanished === mostVanishings) return tried
  }
}

/** Named as a workplace is, and noted, so that a run that dies meanwhile leaves nothing for long. */
async function tryFolder(folder: string, { largest, journal }: TryOptions): Promise<Tried> {
  const name = workplaceName(`try-${randomBytes(6).toString('hex')}`)
  const tried = path.join(folder, name)
  const note = await journal?.note({ home: folder, names: [name] }, { flush: false })
  try {
    await mkdir(tried)
    const file = await patiently(() => open(path.join(tried, 'x'), 'wx'))
    try {
      if (largest !== undefined && !(await holds(file, largest))) return { tooLarge: true }
    } finally {
      await file.close()
    }
    return undefined
  } catch (error) {
    return { trouble: systemReason(error) }
  } finally {
    await rm(tried, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined)
    // Whatever was tried is gone by now, or has never been.
    await note?.settle(false)
  }
}

/** The size alone is set, nothing is written: that takes no time on NTFS and exFAT, and FAT32 refuses it. */
const holds = (file: Awaited<ReturnType<typeof open>>, bytes: number): Promise<boolean> =>
  file.truncate(bytes).then(
    () => true,
    (error: unknown) => !['EFBIG', 'EINVAL', 'ENOSPC', 'UNKNOWN'].includes(systemReason(error)),
  )
