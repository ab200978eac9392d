import { rename } from 'node:fs/promises'
import { patiently } from './patiently.ts'

/**
 * Renames a file or folder that was just written, over an older file if there is one. Rejects with the system's error.
 *
 * @param hopeless whether there is nothing to wait for, as where the name was taken meanwhile
 */
export const renamePatiently = (from: string, to: string, hopeless?: () => Promise<boolean>): Promise<void> =>
  patiently(() => rename(from, to), hopeless)
