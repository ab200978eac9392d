import { readdirSync } from 'node:fs'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface WindowFile {
  readonly file: string
  readonly type: string
}

/** The files of the built page by their addresses, listed once: whatever an address says, it opens one of these. */
export function listWindowFiles(folder: string): ReadonlyMap<string, WindowFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const address = `/${path.relative(folder, file).split(path.sep).join('/')}`
      return [address, { file, type: types[path.extname(file).toLowerCase()] ?? 'application/octet-stream' }]
    }),
  )
}
