import { lstatSync } from 'node:fs'

/** Whether a regular file lies there: no folder, no link, no device. */
export function isFile(file: string): boolean {
  try {
    return lstatSync(file).isFile()
  } catch {
    return false
  }
}
