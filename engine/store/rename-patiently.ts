import { rename } from 'node:fs/promises'
import { patiently, type pausesMs } from './patiently.ts'

/**
 * Renames a file or folder that was just written, over an older file if there is one. Rejects with the system's error.
 *
 * @param hopeless whether there is nothing to wait for, as where the name was taken meanwhile
 * @param pauses milliseconds between one try and the next
 */
export const renamePatiently = (
  from: string,
  to: string,
  hopeless?: () => Promise<boolean>,
  pauses?: typeof pausesMs,
): Promise<void> => patiently(() => rename(from, to), hopeless, pauses)
