import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Every file below a folder by its relative path, with the SHA-256 of its content; folders end with `/`. */
export type Snapshot = ReadonlyMap<string, string>

/** What lies below a folder; nothing where there is none. */
export async function snapshotOf(folder: string): Promise<Snapshot> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found = new Map<string, string>()
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file)
    if (entry.isDirectory()) found.set(`${name}/`, '')
    else found.set(name, entry.isFile() ? await hashOf(file) : 'special')
  }
  return found
}

/** What is other than it was, in sentences: gone, new, or with other content. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  return [
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `${name} 没有了`),
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => `多了 ${name}`),
    ...[...before]
      .filter(([name, hash]) => (after.get(name) ?? hash) !== hash)
      .map(([name]) => `${name} 变了`),
  ]
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
