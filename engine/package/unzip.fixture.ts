import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readZip } from './read-zip.ts'

/** Unpacks a zip of ours into a new folder. */
export async function unzipTo(zip: string, folder: string): Promise<void> {
  const archive = await readZip(zip)
  for (const entry of archive.entries) {
    const target = path.join(folder, entry.name)
    await mkdir(path.dirname(target), { recursive: true })
    const parts: Buffer[] = []
    for await (const part of archive.content(entry)) parts.push(Buffer.from(part))
    await writeFile(target, Buffer.concat(parts))
  }
  await archive.close()
}
