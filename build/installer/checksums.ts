import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Writes the SHA-256 of files as `sha256sum -c` reads it.
 *
 * @param files relative to the folder, with `/`; the list lies in that folder too
 */
export async function writeChecksums(folder: string, list: string, files: readonly string[]): Promise<void> {
  const lines: string[] = []
  for (const file of files.toSorted()) lines.push(`${await sha256(path.join(folder, file))}  ${file}\n`)
  await writeFile(path.join(folder, list), lines.join(''))
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
