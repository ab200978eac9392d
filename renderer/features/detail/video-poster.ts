import { useEffect } from 'react'
import { useFacts, useSession, useThumbnail } from '../../app/session-context.tsx'
import type { Session } from '../../state/session.ts'
import { posterFrame } from './poster-frame.ts'

/** One video is decoded at a time, the one that came into view last first. */
interface Darkroom {
  readonly waiting: string[]
  /** Contents tried once, by file, whatever came of it. */
  readonly tried: Map<string, string>
  busy: boolean
}
const rooms = new WeakMap<Session, Darkroom>()

function roomOf(session: Session): Darkroom {
  const known = rooms.get(session)
  if (known) return known
  const room: Darkroom = { waiting: [], tried: new Map(), busy: false }
  rooms.set(session, room)
  return room
}

const contentOf = (session: Session, id: string): string =>
  session.facts.store.getState().facts.get(id)?.sha256 ?? ''

async function work(session: Session, room: Darkroom): Promise<void> {
  if (room.busy) return
  room.busy = true
  for (let id = room.waiting.pop(); id !== undefined; id = room.waiting.pop()) {
    room.tried.set(id, contentOf(session, id))
    // One after the other: decoders share the machine with what the clerk is doing.
    session.thumbnails.put(id, await posterFrame(session.host.contentUrl(id)))
  }
  room.busy = false
}

/** Has the window make a frame of a video that has no thumbnail; `useThumbnail` shows it when it is there. */
export function useVideoPoster(id: string): void {
  const session = useSession()
  const facts = useFacts(id)
  const none = useThumbnail(id) === null
  const wanted = none && facts?.kind === 'video' && facts.condition.state !== 'unreadable'
  useEffect(() => {
    const room = roomOf(session)
    if (!wanted || room.tried.get(id) === contentOf(session, id)) return
    room.waiting.push(id)
    void work(session, room)
    return () => {
      const at = room.waiting.indexOf(id)
      if (at !== -1) room.waiting.splice(at, 1)
    }
  }, [session, id, wanted])
}
