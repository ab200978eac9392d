import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pageType } from '../content-type.ts'

export interface WindowFile {
  readonly file: string
  readonly type: string
}

/** The files of the built page by their addresses, listed once: whatever an address says, it opens one of these. */
export function listWindowFiles(folder: string): ReadonlyMap<string, WindowFile> {
  // A damaged installation may have none, and says so itself.
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
      return [address, { file, type: pageType(file) }]
    }),
  )
}
