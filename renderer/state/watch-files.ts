import type { Contract } from '../../shared/contract.ts'
import type { Client } from '../../shared/operation.ts'
import type { FactsFeed } from './facts-feed.ts'

/** Between two looks at the files, in ms. */
const pause = 10_000

/**
 * Looks whether files have changed when the clerk comes back to the window: a picture may have been mended in another
 * program. Only what has changed is measured again.
 *
 * @returns what ends the watch
 */
export function watchFiles(client: Client<Contract>, facts: FactsFeed, target: EventTarget): () => void {
  let lookedAt = Date.now()
  let looking = false
  const look = async (): Promise<void> => {
    const { facts: known, total } = facts.store.getState()
    if (looking || total > 0 || known.size === 0 || Date.now() - lookedAt < pause) return
    looking = true
    try {
      const files = [...known].map(([id, { bytes, modified, condition }]) => ({
        id,
        bytes,
        modified,
        gone: condition.state === 'unreadable' && condition.reason === 'vanished',
      }))
      facts.again(await client['media.changed']({ files }))
    } catch {
      // What cannot be looked at now is looked at next time, and once more before packing.
    } finally {
      looking = false
      lookedAt = Date.now()
    }
  }
  const onFocus = () => void look()
  target.addEventListener('focus', onFocus)
  return () => target.removeEventListener('focus', onFocus)
}
