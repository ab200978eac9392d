import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const folders = ['shared', 'engine', 'hosting', 'cli', 'electron', 'renderer']
const singles = [
  'build/compile.ts',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
]
/** Nothing that is built depends on these. */
const aside = /\.(test|fixture)\.ts$|(^|[\\/])fixtures[\\/]/

const stampFile = (root: string) => path.join(root, 'out', 'sources.sha256')

/** What the sources are now: their names, sizes and times of change. */
export function sourcesStamp(root: string): string {
  const names = [...folders.flatMap((folder) => filesBelow(root, folder)), ...singles].filter(
    (name) => !aside.test(name),
  )
  const hash = createHash('sha256')
  for (const name of names.toSorted()) {
    const stats = statSync(path.join(root, name), { throwIfNoEntry: false })
    if (stats) hash.update(`${name}\0${stats.size}\0${stats.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Notes that out/ was built from sources of that stamp. */
export function writeStamp(root: string, stamp: string): void {
  mkdirSync(path.dirname(stampFile(root)), { recursive: true })
  writeFileSync(stampFile(root), stamp)
}

/** Whether out/ was built from other sources, or not at all. */
export function isStale(root: string): boolean {
  try {
    return readFileSync(stampFile(root), 'utf8') !== sourcesStamp(root)
  } catch {
    return true
  }
}

const filesBelow = (root: string, folder: string): string[] => {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  } catch {
    return []
  }
}
