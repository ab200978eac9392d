import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { renamePatiently } from './rename-patiently.ts'

export interface AtomicWriteOptions {
  /** Force the content to the disk before the rename (default). Off for what may be lost, such as caches. */
  readonly flush?: boolean
}

/**
 * Writes a file so that at any moment its path holds either the old content or the new, never a part.
 * The folder must exist. Rejects with the system's error; the temporary file is gone then.
 */
export const writeFileAtomically = async (
  path: string,
  content: string | Uint8Array,
  { flush = true }: AtomicWriteOptions = {},
): Promise<void> => {
  // Beside the target: a rename across volumes would be a copy. The name is cut to stay within 255 bytes.
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  )
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      if (flush) await handle.sync()
    } finally {
      await handle.close()
    }
    await renamePatiently(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}
