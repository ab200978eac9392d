import { rmdir } from 'node:fs/promises'
import type { PackingJournal } from '../store/unfinished/packing-journal.ts'

/** A journal's `note` after which, the first time, another run takes away empty folders, the outermost first given. */
export function beaten(note: PackingJournal['note'], folders: readonly string[]): PackingJournal['note'] {
  let done = false
  return async (place, options) => {
    const noted = await note(place, options)
    if (!done) for (const folder of folders.toReversed()) await rmdir(folder)
    done = true
    return noted
  }
}
