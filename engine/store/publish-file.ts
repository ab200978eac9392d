import { type FileHandle, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from './flush-folder.ts'
import { patiently } from './patiently.ts'
import { renamePatiently } from './rename-patiently.ts'

export interface Publishing {
  /** Where it is written first: a name that nobody bears, in the folder of the file. */
  readonly temporary: string
  readonly write: (handle: FileHandle) => Promise<void>
  /** Reads what lies there, flushed, and rejects where that is not what was to be written. */
  readonly prove?: (temporary: string) => Promise<void>
  /** Whether content and name are forced to the disk (default). Off for what may be lost, such as caches. */
  readonly flush?: boolean
}

/**
 * Writes a file so that its name at any moment, and after a power cut, stands for the old content or the new one, proven,
 * and never for a part. Rejects with the system's error or what writing and proving say; the temporary file is gone then.
 */
export async function publishFile(
  file: string,
  { temporary, write, prove, flush = true }: Publishing,
): Promise<void> {
  const create = () => open(temporary, 'wx')
  try {
    // What may be lost is not waited for: there are thousands of such files.
    const handle = await (flush ? patiently(create) : create())
    try {
      await write(handle)
      if (flush) await handle.sync()
    } finally {
      await handle.close()
    }
    await prove?.(temporary)
    await renamePatiently(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
    throw error
  }
  if (flush) await flushFolder(path.dirname(file))
}
