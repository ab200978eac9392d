import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isAlive } from '../store/process-alive.ts'
import { thisHost } from '../store/this-host.ts'

/** Nobody packs for a day: what has lain still so long is left over, whoever made it. */
const oldestAlive = 24 * 3_600_000
const pattern = /^\.kepuri-([0-9a-f]{8})-(\d+)-.*\.part$/

/** The name of a workplace: hidden, and telling whose it is. */
export const workplaceName = (id: string): string => `.kepuri-${thisHost}-${process.pid}-${id}.part`

/**
 * Sweeps away workplaces of runs that are no longer alive. On a shared folder another computer's process number says
 * nothing, so there only age counts.
 */
export async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const match = pattern.exec(name)
    if (!match) continue
    const folder = path.join(home, name)
    const dead = match[1] === thisHost && !isAlive(Number(match[2]))
    if (!dead && Date.now() - (await lastTouched(folder)) < oldestAlive) continue
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** When the folder or a file in it was written last; now, where it cannot be told. */
async function lastTouched(folder: string): Promise<number> {
  try {
    const names = await readdir(folder)
    const times = await Promise.all(
      [folder, ...names.map((name) => path.join(folder, name))].map(async (one) => (await stat(one)).mtimeMs),
    )
    return Math.max(...times)
  } catch {
    return Date.now()
  }
}
