import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Every file below a folder, relative to it, with `/` between names; links are listed and not followed. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted()
