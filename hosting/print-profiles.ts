import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isAlive } from '../engine/store/process-alive.ts'
import { thisHost } from '../engine/store/this-host.ts'

/** Nothing is printed for a day: what has lain so long is left over, whoever bears its maker's number now. */
const leftMs = 24 * 3_600_000
const pattern = /^kepuri-print-([0-9a-f]{8})-(\d+)-/

/** An empty profile for one printing browser, among temporary files; its name tells whose it is. */
export const newProfile = (): Promise<string> =>
  mkdtemp(path.join(tmpdir(), `kepuri-print-${thisHost}-${process.pid}-`))

/** Removes a profile, as far as that can be done. */
export const removeProfile = (profile: string): Promise<void> =>
  // Processes that were killed a moment ago may still hold files in it.
  rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined)

/** Removes the profiles of programs that were killed while they printed. */
export async function sweepProfiles(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, host, pid] = pattern.exec(name) ?? []
    if (pid === undefined) continue
    const profile = path.join(tmpdir(), name)
    const dead = host === thisHost && !isAlive(Number(pid))
    if (dead || (await isOld(profile)))
      await rm(profile, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function isOld(profile: string): Promise<boolean> {
  const stats = await stat(profile).catch(() => undefined)
  return stats !== undefined && Date.now() - stats.mtimeMs > leftMs
}
