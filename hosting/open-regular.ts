import type { FileHandle } from 'node:fs/promises'
import { openRegular as openOrThrow } from '../engine/store/open-regular.ts'

/** Opens a regular file to read; undefined for anything else, and for what cannot be read. */
export const openRegular = (file: string): Promise<FileHandle | undefined> =>
  openOrThrow(file).catch(() => undefined)
