import { useEffect } from 'react'
import { useFacts, useSession, useThumbnail } from '../../app/session-context.tsx'
import { useVideoPoster } from './video-poster.ts'

/** The small picture of a file, asked for when it is missing: an address, null for none, undefined on its way. */
export function usePicture(id: string): string | null | undefined {
  const { thumbnails } = useSession()
  const picture = useThumbnail(id)
  const measured = useFacts(id) !== undefined
  const wanted = measured && picture === undefined
  useEffect(() => {
    if (wanted) thumbnails.want(id)
  }, [thumbnails, id, wanted])
  useVideoPoster(id)
  return picture
}
