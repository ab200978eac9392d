import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { publishFile, type Publishing } from './publish-file.ts'

/**
 * Writes a file of the program's own, held in memory, so that at any moment its path holds either the old content or the
 * new, never a part. The folder must exist. Rejects with the system's error; the temporary file is gone then.
 */
export const writeFileAtomically = (
  file: string,
  content: string | Uint8Array,
  { flush = true }: Pick<Publishing, 'flush'> = {},
): Promise<void> => {
  // Beside the target: a rename across volumes would be a copy. The name is cut to stay within 255 bytes.
  const name = `.${path.basename(file).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`
  return publishFile(file, {
    temporary: path.join(path.dirname(file), name),
    write: (handle) => handle.writeFile(content),
    flush,
  })
}
