import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemReason } from '../../engine/store/system-reason.ts'
import { arrivingName } from './uploads.ts'

const day = 24 * 60 * 60 * 1000
/** A removed project can be brought back by hand; its photos wait as long. */
const month = 30 * day

/**
 * Clears away what earlier launches have left: files that never came to their end, saved files that were downloaded,
 * and drops that no project mentions. What is younger than a day stays.
 *
 * @param now in milliseconds
 */
export async function sweep(dataDir: string, now: number): Promise<void> {
  const uploads = path.join(dataDir, 'uploads')
  const downloads = path.join(dataDir, 'downloads')
  await remove(path.join(uploads, arrivingName))
  for (const folder of await olderThanADay(downloads, now)) await remove(folder)
  const drops = (await olderThanADay(uploads, now)).filter((one) => path.basename(one) !== arrivingName)
  if (drops.length === 0) return
  const mentioned = await mentionedIn(path.join(dataDir, 'projects'), drops, now)
  for (const drop of drops) if (!mentioned.has(drop)) await remove(drop)
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 })

async function olderThanADay(folder: string, now: number): Promise<readonly string[]> {
  const old: string[] = []
  for (const name of await namesIn(folder)) {
    const place = path.join(folder, name)
    const stats = await stat(place).catch(() => undefined)
    if (stats && now - stats.mtimeMs > day) old.push(place)
  }
  return old
}

/**
 * The drops that a project mentions, damaged ones and those removed lately among them. One that cannot be read throws:
 * nothing is removed then.
 */
async function mentionedIn(
  projects: string,
  drops: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const removed = path.join(projects, 'removed')
  const files = (await namesIn(projects)).map((name) => path.join(projects, name))
  for (const name of await namesIn(removed)) {
    const file = path.join(removed, name)
    if (now - (await stat(file)).mtimeMs < month) files.push(file)
  }
  const mentioned = new Set<string>()
  for (const file of files.filter((one) => path.basename(one).includes('.json'))) {
    const text = await readFile(file, 'utf8')
    for (const drop of drops) if (text.includes(path.basename(drop))) mentioned.add(drop)
  }
  return mentioned
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (systemReason(error) === 'ENOENT') return []
    throw error
  }
}
