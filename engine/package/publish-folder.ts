import { lstat, open } from 'node:fs/promises'
import path from 'node:path'
import { renamePatiently } from '../store/rename-patiently.ts'
import { systemReason } from '../store/system-reason.ts'

/** Moves the finished folder to the name, or the name with the first free number. An existing package is never touched. */
export async function publishFolder(folder: string, home: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const target = path.join(home, number === 1 ? name : `${name}-${number}`)
    if (await isTaken(target)) continue
    try {
      await renamePatiently(folder, target, () => isTaken(target))
    } catch (error) {
      // Another program took the name a moment ago; a folder with something in it is never replaced.
      if (
        ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(systemReason(error)) &&
        (await isTaken(target))
      )
        continue
      throw error
    }
    await flushFolder(home)
    return target
  }
}

const isTaken = (target: string): Promise<boolean> =>
  lstat(target).then(
    () => true,
    () => false,
  )

/** Makes a rename last through a power cut, where the system can flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
