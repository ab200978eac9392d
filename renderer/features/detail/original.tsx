import { useState } from 'react'
import type { Format } from '../../../shared/facts.ts'
import { useFacts, useSession } from '../../app/session-context.tsx'
import { usePicture } from './use-picture.ts'
import { unseenText } from './wording.ts'

interface Props {
  readonly id: string
  readonly name: string
  /** Pixel by pixel instead of fitted in. */
  readonly actual: boolean
}

/** Pictures that browsers show. */
const shown: readonly Format[] = ['jpeg', 'png', 'webp', 'gif', 'bmp', 'avif']

/** A picture or a film by its own content; where it cannot be shown, the small picture and why. */
export function Original({ id, name, actual }: Props) {
  const { host } = useSession()
  const facts = useFacts(id)
  const small = usePicture(id)
  const [failed, setFailed] = useState(false)
  if (!facts) return null
  const isVideo = facts.kind === 'video'
  if (failed || (!isVideo && !shown.includes(facts.format)))
    return (
      <div className="detail-original">
        {small && <img src={small} alt={name} />}
        <p role="alert">{unseenText(facts)}</p>
      </div>
    )
  const address = host.contentUrl(id)
  return (
    <div className={`detail-original${actual ? ' detail-original-actual' : ''}`} tabIndex={actual ? 0 : -1}>
      {isVideo ? (
        // The clerk's own film: there are no subtitles to it.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <video
          src={address}
          poster={small ?? undefined}
          controls
          autoPlay
          aria-label={name}
          onError={() => setFailed(true)}
          onLoadedMetadata={({ currentTarget }) => setFailed(currentTarget.videoWidth === 0)}
        />
      ) : (
        <img
          src={address}
          alt={name}
          style={small && !actual ? { backgroundImage: `url("${small}")` } : {}}
          onError={() => setFailed(true)}
        />
      )}
    </div>
  )
}
