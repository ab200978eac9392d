import { createRequire } from 'node:module'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where this program is installed: the folder of its package.json, be it sources, out/ or an archive (app.asar). */
export interface Installation {
  readonly folder: string
  readonly version: string
  readonly resourcesDir: string
  /** Where the build of the window lies, if it was built. */
  readonly windowDir: string
  /** ffprobe as installed for this system; undefined where there is none. */
  readonly ffprobe: string | undefined
}

export function findInstallation(from: string): Installation {
  let folder = path.dirname(fileURLToPath(from))
  while (!isOurs(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('package.json of kepuri-packager not found')
    folder = parent
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    folder,
    version,
    resourcesDir: path.join(folder, 'resources'),
    windowDir: path.join(folder, 'out', 'window'),
    ffprobe: findFfprobe(from),
  }
}

const isOurs = (file: string): boolean =>
  existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kepuri-packager'

function findFfprobe(from: string): string | undefined {
  try {
    const { path: program } = createRequire(from)('@ffprobe-installer/ffprobe') as { path: string }
    const outside = unpacked(program)
    return existsSync(outside) ? outside : undefined
  } catch {
    // The package throws on a system it has no program for.
    return undefined
  }
}

/** A program inside the archive cannot be run: the installer lays it beside it. */
export const unpacked = (file: string): string => file.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
