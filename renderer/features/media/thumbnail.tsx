import { useEffect } from 'react'
import { extensionOf } from '../../../shared/naming/file-path.ts'
import { useFacts, useSession, useThumbnail } from '../../app/session-context.tsx'
import { clockText } from '../../ui/clock-text.ts'
import { useVideoPoster } from '../detail/video-poster.ts'

/** Rows that only fly past ask for nothing, in ms. */
const settled = 80

/** The small picture of a file; of a video with its playing time. */
export function Thumbnail({ item, relative }: { readonly item: string; readonly relative: string }) {
  const { thumbnails } = useSession()
  const facts = useFacts(item)
  const picture = useThumbnail(item)
  useVideoPoster(item)
  const hasOne = facts !== undefined && facts.kind !== 'other'
  useEffect(() => {
    if (!hasOne || picture !== undefined) return
    const timer = setTimeout(() => thumbnails.want(item), settled)
    return () => clearTimeout(timer)
  }, [thumbnails, item, hasOne, picture])

  if (facts?.kind === 'video')
    return (
      <>
        {picture && <img src={picture} alt="" draggable={false} />}
        <span className="media-play tabular">
          ▶ {facts.duration !== undefined && clockText(facts.duration)}
        </span>
      </>
    )
  if (picture) return <img src={picture} alt="" draggable={false} />
  if (picture === null || facts?.kind === 'other')
    return <span className="media-kind">{extensionOf(relative).toUpperCase() || '?'}</span>
  return <span className="media-waiting" />
}
