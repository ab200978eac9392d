import { openRegular } from '../store/open-regular.ts'
import { systemReason } from '../store/system-reason.ts'

/** A checklist of ten thousand files has 8 MB; what is larger was not written here. */
const largest = 12 * 1024 * 1024

/** A text beside the archives; `changed` is whatever bears its name and cannot be it, or cannot be read. */
export type Neighbour =
  | { readonly text: string }
  | { readonly trouble: 'missing' | 'changed'; readonly cause?: unknown }

/** A text of ours as it lies there. Whatever bears its name, nobody waits for it. */
export async function readNeighbour(file: string): Promise<Neighbour> {
  try {
    const handle = await openRegular(file)
    try {
      const { size } = await handle.stat()
      if (size > largest) return { trouble: 'changed' }
      return { text: await handle.readFile('utf8') }
    } finally {
      await handle.close()
    }
  } catch (cause) {
    return { trouble: ['ENOENT', 'ENOTDIR'].includes(systemReason(cause)) ? 'missing' : 'changed', cause }
  }
}
