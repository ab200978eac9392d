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
  /** Asks again for pictures of files whose content, by its SHA-256, is not what it was. */
  renew(measured: readonly (readonly [string, string | undefined])[]): void
  close(): void
}

/** About 15 KB each. */
const kept = 600
const batch = 48
/** Rows that come into view together are asked for together, in ms. */
const together = 30
/** Before a request that failed is made again, in ms. */
const patience = 1500

export function createThumbnails(client: Client<Contract>): Thumbnails {
  const store = createStore<ThumbnailsState>(() => ({ pictures: new Map() }))
  const wanted = new Set<string>()
  const contents = new Map<string, string | undefined>()
  let due: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const forgetAddress = (address: string | null | undefined) => {
    if (address) URL.revokeObjectURL(address)
  }
  const show = (fresh: readonly (readonly [string, string | null])[]) => {
    if (closed) return fresh.forEach(([, address]) => forgetAddress(address))
    store.setState(({ pictures }) => {
      const all = new Map(pictures)
      for (const [id, address] of fresh) {
        forgetAddress(all.get(id))
        // Put at the end: what came in last is forgotten last.
        all.delete(id)
        all.set(id, address)
      }
      for (const [id, address] of all) {
        if (all.size <= kept) break
        forgetAddress(address)
        all.delete(id)
      }
      return { pictures: all }
    })
  }
  const fetchWanted = async (): Promise<void> => {
    due = undefined
    const files = [...wanted].slice(0, batch)
    files.forEach((id) => wanted.delete(id))
    try {
      const found = await client['media.thumbnails']({ files })
      show(found.map(({ id, jpeg }) => [id, jpeg === null ? null : addressOf(jpeg)]))
      if (wanted.size > 0) schedule(together)
    } catch {
      // The engine is being started again: the rows are still there.
      files.forEach((id) => wanted.add(id))
      schedule(patience)
    }
  }
  const schedule = (wait: number) => {
    if (!closed) due ??= setTimeout(() => void fetchWanted(), wait)
  }

  return {
    store,
    want(id) {
      if (store.getState().pictures.has(id)) return
      wanted.add(id)
      schedule(together)
    },
    put: (id, picture) => show([[id, picture && URL.createObjectURL(picture)]]),
    renew(measured) {
      for (const [id, content] of measured) {
        const before = contents.get(id)
        contents.set(id, content)
        if (before === content || !store.getState().pictures.has(id)) continue
        wanted.add(id)
        schedule(together)
      }
    },
    close() {
      closed = true
      clearTimeout(due)
      store.getState().pictures.forEach(forgetAddress)
    },
  }
}

const addressOf = (base64: string): string =>
  URL.createObjectURL(
    new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'image/jpeg' }),
  )
