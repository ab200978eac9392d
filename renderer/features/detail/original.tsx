import { useState } from 'react'
import type { Format } from '../../../shared/facts.ts'
import { useFacts, useSession } from '../../app/session-context.tsx'
import { usePicture } from './use-picture.ts'
import { usePreview } from './use-preview.ts'
import { unseenText, words } from './wording.ts'

interface Props {
  readonly id: string
  readonly name: string
  /** Pixel by pixel instead of fitted in. */
  readonly actual: boolean
}

/** Pictures that browsers show. */
const shown: readonly Format[] = ['jpeg', 'png', 'webp', 'gif', 'bmp', 'avif']

/** A picture or a film by its own content, or by what the engine makes of it; where there is neither, the small picture and why. */
export function Original({ id, name, actual }: Props) {
  const { host } = useSession()
  const facts = useFacts(id)
  const small = usePicture(id)
  const [failed, setFailed] = useState(false)
  const isVideo = facts?.kind === 'video'
  const isForeign = facts?.kind === 'image' && (failed || !shown.includes(facts.format))
  const preview = usePreview(id, isForeign)
  if (!facts) return null
  if (isForeign ? !preview : failed)
    return (
      <div className="detail-original">
        {small && <img src={small} alt={name} />}
        {isForeign && preview === undefined ? (
          <p role="status">{words.loadingLarge}</p>
        ) : (
          <p role="alert">{unseenText(facts)}</p>
        )}
      </div>
    )
  const address = preview ?? host.contentUrl(id)
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
