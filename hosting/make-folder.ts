import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder and the one it lies in, level by level: Node's `recursive` never returns where nothing can be made
 * (`/proc/x`).
 *
 * @throws the system's error
 */
export function makeFolder(folder: string): void {
  for (const one of [path.dirname(folder), folder]) if (!isFolder(one)) mkdirSync(one)
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
