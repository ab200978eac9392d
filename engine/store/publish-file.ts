import { type FileHandle, open, rm } from 'node:fs/promises'
import { renamePatiently } from './rename-patiently.ts'

export interface Publishing {
  /** Where it is written first: a name that nobody bears, in the folder of the file. */
  readonly temporary: string
  readonly write: (handle: FileHandle) => Promise<void>
  /** Reads what lies there, flushed, and rejects where that is not what was to be written. */
  readonly prove?: (temporary: string) => Promise<void>
}

/**
 * Writes a file that is too large to be held at once, so that its name at any moment stands for the old content or the
 * new one, proven, and never for a part. Rejects with the system's error or what writing and proving say; the temporary
 * file is gone then.
 */
export async function publishFile(file: string, { temporary, write, prove }: Publishing): Promise<void> {
  try {
    const handle = await open(temporary, 'wx')
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await prove?.(temporary)
    await renamePatiently(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined)
    throw error
  }
}
