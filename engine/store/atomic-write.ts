import path from 'node:path'
import { publishFile, type Publishing } from './publish-file.ts'
import { temporaryName } from './temporary-files.ts'

/**
 * Writes a file of the program's own, held in memory, so that at any moment its path holds either the old content or the
 * new, never a part. The folder must exist. Rejects with the system's error; the temporary file is gone then.
 */
export const writeFileAtomically = (
  file: string,
  content: string | Uint8Array,
  { flush = true }: Pick<Publishing, 'flush'> = {},
): Promise<void> =>
  publishFile(file, {
    // Beside the target: a rename across volumes would be a copy.
    temporary: path.join(path.dirname(file), temporaryName(path.basename(file))),
    write: (handle) => handle.writeFile(content),
    flush,
  })
