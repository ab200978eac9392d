import { type FileHandle, open, stat } from 'node:fs/promises'

/** Opens a regular file to read; undefined for anything else, and for what cannot be read. */
export async function openRegular(file: string): Promise<FileHandle | undefined> {
  try {
    // Looked at before it is opened: opening a pipe waits for its writer.
    return (await stat(file)).isFile() ? await open(file) : undefined
  } catch {
    return undefined
  }
}
