import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** To open a pipe waits for its other end otherwise. Windows knows neither such pipes nor the flag. */
const readAtOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Opens a file to read, and waits for nobody. Rejects with the system's error; with EISDIR, as of a folder, also where a pipe
 * or a device bears the name.
 */
export async function openRegular(file: string): Promise<FileHandle> {
  const handle = await open(file, readAtOnce)
  try {
    if (!(await handle.stat()).isFile()) throw noFile(file)
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** The same for threads that read with calls that wait for the system. @returns the number of the open file */
export function openRegularSync(file: string): number {
  const opened = openSync(file, readAtOnce)
  try {
    if (!fstatSync(opened).isFile()) throw noFile(file)
    return opened
  } catch (error) {
    closeSync(opened)
    throw error
  }
}

const noFile = (path: string): Error =>
  Object.assign(new Error(`EISDIR: no regular file, open '${path}'`), {
    code: 'EISDIR',
    syscall: 'open',
    path,
  })
