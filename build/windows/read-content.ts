import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import yauzl from 'yauzl'

export interface Content {
  /** With `/`. */
  readonly name: string
  readonly bytes: Buffer
  readonly modified: Date
}

/** Every file of a ZIP archive, in its order, read by yauzl. */
export async function zipContents(zip: Buffer): Promise<Content[]> {
  const opened = await yauzl.fromBufferPromise(zip, { lazyEntries: true })
  const contents: Content[] = []
  for await (const entry of opened.eachEntry()) {
    const parts: Buffer[] = []
    for await (const part of await opened.openReadStreamPromise(entry)) parts.push(part as Buffer)
    contents.push({ name: entry.fileName, bytes: Buffer.concat(parts), modified: entry.getLastModDate() })
  }
  return contents
}

/** Every file below a folder, by name. */
export async function folderContents(folder: string): Promise<Content[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const contents = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const { mtime } = await stat(file)
    return { name: path.relative(folder, file), bytes: await readFile(file), modified: mtime }
  })
  return (await Promise.all(contents)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
