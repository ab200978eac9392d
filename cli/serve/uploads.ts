import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type FileHandle, open, readdir, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { naturalOrder } from '../../engine/sources/natural-order.ts'
import { makeFolders } from '../../engine/store/make-folders.ts'
import { renamePatiently } from '../../engine/store/rename-patiently.ts'
import { writeFault } from '../../engine/store/system-fault.ts'
import { systemReason } from '../../engine/store/system-reason.ts'
import { Fault } from '../../shared/faults.ts'

export interface Upload {
  readonly body: IncomingMessage
  /** As the page says; undefined when it doesn't. */
  readonly bytes: number | undefined
  readonly modified: Date | undefined
}

/** Files that a browser hands in: one folder for each drop, the files in it under their relative paths. */
export interface Uploads {
  /**
   * Writes one file as it arrives. It gets its name when it is whole.
   *
   * @throws Fault `disk-full`, `out-unwritable`, `not-readable` where its name cannot be made
   */
  receive(drop: string, parts: readonly string[], upload: Upload): Promise<void>
  /** The files and folders at the top of a drop, in natural order; from now on the drop stays. */
  tops(drop: string): Promise<readonly string[]>
  /** Takes back a drop that has not come to its end; one that was handed on stays. */
  discard(drop: string): Promise<void>
}

export interface UploadsOptions {
  readonly folder: string
  /** Room on the disk, in bytes. */
  readonly free?: (folder: string) => Promise<number>
}

/** Room that is left to everything else on the disk. */
const reserve = 64 * 1024 * 1024
/** Where files lie until they are whole: on the same disk as the drops, and none of them by its name. */
export const arrivingName = '.arriving'

export function createUploads({ folder, free = freeBytes }: UploadsOptions): Uploads {
  const arriving = path.join(folder, arrivingName)
  const handedOn = new Set<string>()
  const discarded = new Set<string>()
  const place = (drop: string) => path.join(folder, drop)

  const mustFit = async (bytes: number | undefined) => {
    if (bytes === undefined) return
    const room = await free(folder)
    if (room < bytes + reserve)
      throw new Fault({ code: 'disk-full', path: folder, needed: bytes, free: Math.max(0, room - reserve) })
  }

  return {
    async receive(drop, parts, { body, bytes, modified }) {
      if (discarded.has(drop)) throw new Fault({ code: 'cancelled' })
      const part = path.join(arriving, randomUUID())
      const target = path.join(place(drop), ...parts)
      try {
        await makeFolders(arriving)
        await mustFit(bytes)
        await withFile(part, (handle) => fill(handle, body, modified))
        if (discarded.has(drop)) throw new Fault({ code: 'cancelled' })
        await makeFolders(path.dirname(target))
        await renamePatiently(part, target)
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined)
        // Hung up: the router knows.
        if (error instanceof Fault || (body.destroyed && !body.complete)) throw error
        throw uploadFault(error, folder, parts.join('/'))
      }
    },
    async tops(drop) {
      const names = await readdir(place(drop)).catch((): string[] => [])
      if (names.length > 0) handedOn.add(drop)
      return names.toSorted(naturalOrder).map((name) => path.join(place(drop), name))
    },
    async discard(drop) {
      if (handedOn.has(drop)) return
      discarded.add(drop)
      await rm(place(drop), { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function withFile(file: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await use(handle)
  } finally {
    await handle.close()
  }
}

/** Writes what arrives, piece by piece: the next is read when the one before is written. */
async function fill(handle: FileHandle, body: IncomingMessage, modified: Date | undefined): Promise<void> {
  // The request is left standing when the disk fails, so that the failure can be answered.
  for await (const piece of body.iterator({ destroyOnReturn: false })) await handle.writeFile(piece as Buffer)
  await handle.sync()
  if (modified) await handle.utimes(modified, modified)
}

/** Names that this system cannot make, or that stand in each other's way. */
const ofTheName: readonly string[] = ['ENAMETOOLONG', 'EINVAL', 'EILSEQ', 'ENOTDIR', 'EISDIR', 'EEXIST']

function uploadFault(error: unknown, folder: string, relative: string): Fault {
  const reason = systemReason(error)
  if (reason === 'unknown') throw error
  if (!ofTheName.includes(reason)) return writeFault(error, folder)
  return new Fault({ code: 'not-readable', path: relative, reason }, { cause: error })
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
