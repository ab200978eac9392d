import { useEffect, useState } from 'react'
import { useSession } from '../../app/session-context.tsx'

/**
 * A large picture made by the engine, where the window cannot show the file itself: an address, null for none,
 * undefined on its way or while it is not wanted.
 */
export function usePreview(id: string, wanted: boolean): string | null | undefined {
  const { client } = useSession()
  const [address, setAddress] = useState<string | null>()
  useEffect(() => {
    if (!wanted) return
    const turnedAway = new AbortController()
    const show = (made: string | null) => {
      if (!turnedAway.signal.aborted) setAddress(made)
    }
    client['media.preview']({ file: id }, { signal: turnedAway.signal }).then(
      ({ jpeg }) => show(jpeg === null ? null : `data:image/jpeg;base64,${jpeg}`),
      () => show(null),
    )
    return () => turnedAway.abort()
  }, [client, id, wanted])
  return wanted ? address : undefined
}
