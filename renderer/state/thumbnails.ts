import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Contract } from '../../shared/contract.ts'
import type { Client } from '../../shared/operation.ts'

export interface ThumbnailsState {
  /** Object addresses of small pictures by file id; null where there is none. */
  readonly pictures: ReadonlyMap<string, string | null>
}

/** Small pictures of the files on the screen, asked for as they come into view and forgotten long after they left it. */
export interface Thumbnails {
  readonly store: StoreApi<ThumbnailsState>
  /** Asks for the picture of a file that was measured. */
  want(id: string): void
  /** Takes a picture that the window made itself: a frame of a video. */
  put(id: string, picture: Blob | null): void
  close(): void
}

/** About 15 KB each. */
const kept = 600
const batch = 48
/** Rows that come into view together are asked for together, in ms. */
const together = 30

export function createThumbnails(client: Client<Contract>): Thumbnails {
  const store = createStore<ThumbnailsState>(() => ({ pictures: new Map() }))
  const wanted = new Set<string>()
  let due: ReturnType<typeof setTimeout> | undefined

  const show = (fresh: readonly (readonly [string, string | null])[]) =>
    store.setState(({ pictures }) => {
      const all = new Map([...pictures, ...fresh])
      for (const [id, address] of all) {
        if (all.size <= kept) break
        if (address !== null) URL.revokeObjectURL(address)
        all.delete(id)
      }
      return { pictures: all }
    })
  const fetchWanted = async (): Promise<void> => {
    due = undefined
    const files = [...wanted].slice(0, batch)
    files.forEach((id) => wanted.delete(id))
    if (wanted.size > 0) schedule()
    // Without a picture the row still says everything; it is asked for again when it comes into view.
    const found = await client['media.thumbnails']({ files }).catch(() => [])
    show(found.map(({ id, jpeg }) => [id, jpeg === null ? null : addressOf(jpeg)]))
  }
  const schedule = () => (due ??= setTimeout(() => void fetchWanted(), together))

  return {
    store,
    want(id) {
      if (store.getState().pictures.has(id)) return
      wanted.add(id)
      schedule()
    },
    put: (id, picture) => show([[id, picture && URL.createObjectURL(picture)]]),
    close() {
      clearTimeout(due)
      store.getState().pictures.forEach((address) => address !== null && URL.revokeObjectURL(address))
    },
  }
}

const addressOf = (base64: string): string =>
  URL.createObjectURL(
    new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'image/jpeg' }),
  )
