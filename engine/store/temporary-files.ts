import { randomBytes } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fateIn, runMark, runMarkPattern } from './this-run.ts'

/** Nobody writes a small file for a day. */
const leftMs = 86_400_000
const ours = /^\..+\.[0-9a-f]{12}\.tmp$/
const marked = new RegExp(String.raw`^\..+\.${runMarkPattern}\.[0-9a-f]{12}\.tmp$`)

/** The hidden name under which a file of the program's own is written: cut to stay within 255 bytes, telling whose it is. */
export const temporaryName = (name: string): string =>
  `.${name.slice(0, 40)}.${runMark}.${randomBytes(6).toString('hex')}.tmp`

/**
 * Takes away what writes that were killed have left in a folder: at once where this computer knows their run for dead, else
 * after a day. Touches nothing that bears another kind of name. Never rejects.
 */
export async function sweepTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (ours.test(name)) await sweepOne(path.join(folder, name), fateIn(name, marked)).catch(() => undefined)
}

async function sweepOne(file: string, fate: ReturnType<typeof fateIn>): Promise<void> {
  if (fate === 'alive') return
  const status = await lstat(file)
  if (!status.isFile()) return
  if (fate === 'dead' || Date.now() - status.mtimeMs > leftMs) await rm(file, { force: true })
}
