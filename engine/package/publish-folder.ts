import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { flushFolder } from '../store/flush-folder.ts'
import { longPausesMs } from '../store/patiently.ts'
import { renamePatiently } from '../store/rename-patiently.ts'
import { systemReason } from '../store/system-reason.ts'

/**
 * Moves the finished folder to the name, or the name with the first free number. An existing package is never touched. Its
 * files are flushed by who wrote them; their names in it are here, before it gets its own.
 *
 * @param rename as the file system does it
 */
export async function publishFolder(
  folder: string,
  home: string,
  name: string,
  rename = renameLargely,
): Promise<string> {
  await flushFolders(folder)
  const { dev, ino } = await lstat(folder, { bigint: true })
  for (let number = 1; ; number += 1) {
    const target = path.join(home, number === 1 ? name : `${name}-${number}`)
    if (await isTaken(target)) continue
    try {
      await rename(folder, target, () => isTaken(target))
    } catch (error) {
      const there = await lstat(target, { bigint: true }).catch(() => undefined)
      // A file server's answer was lost, and the rename was asked for a second time: ours lies there.
      const ours = ino !== 0n && there?.ino === ino && there.dev === dev
      // Another program took the name a moment ago; a folder with something in it is never replaced.
      if (!ours && there && takenReasons.includes(systemReason(error))) continue
      if (!ours) throw error
    }
    await flushFolder(home)
    return target
  }
}

/** Windows renames no folder as long as one file in it is held, and what was just written is looked through. */
const renameLargely: typeof renamePatiently = (from, to, hopeless) =>
  renamePatiently(from, to, hopeless, longPausesMs)

const takenReasons: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM']

const isTaken = (target: string): Promise<boolean> =>
  lstat(target).then(
    () => true,
    () => false,
  )

async function flushFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await flushFolders(path.join(folder, entry.name))
  await flushFolder(folder)
}
