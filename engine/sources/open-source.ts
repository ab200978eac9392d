import type { FileHandle } from 'node:fs/promises'
import { openRegular } from '../store/open-regular.ts'
import { patiently } from '../store/patiently.ts'
import { troubleReason } from './read-trouble.ts'

/**
 * Opens a file of the clerk's to read. One that another program holds is waited for, for a moment; one that may not be read is
 * not: there may be thousands. Rejects with the system's error.
 */
export const openSource = (file: string): Promise<FileHandle> =>
  patiently(
    () => openRegular(file),
    async (error) => troubleReason(error) !== 'locked',
  )
