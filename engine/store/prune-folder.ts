import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the files two levels below a folder that were written before a moment, and the oldest beyond a number. */
export const pruneFolder = async (
  folder: string,
  { olderThanMs, most }: { readonly olderThanMs: number; readonly most: number },
): Promise<void> => {
  const files: { path: string; writtenMs: number }[] = []
  for (const part of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      const path = join(folder, part, name)
      const stats = await stat(path).catch(() => undefined)
      if (stats?.isFile()) files.push({ path, writtenMs: stats.mtimeMs })
    }
  }
  files.sort((a, b) => b.writtenMs - a.writtenMs)
  for (const [index, { path, writtenMs }] of files.entries())
    if (index >= most || writtenMs < olderThanMs) await rm(path, { force: true }).catch(() => undefined)
}
