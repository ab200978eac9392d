import { useFacts } from '../../app/session-context.tsx'
import { clockText } from '../../ui/clock-text.ts'
import { usePicture } from './use-picture.ts'
import { pictureLabel, words } from './wording.ts'

interface Props {
  readonly id: string
  readonly name: string
  readonly onOpen: () => void
}

/** The small picture; a click shows it large. */
export function Picture({ id, name, onOpen }: Props) {
  const facts = useFacts(id)
  const picture = usePicture(id)
  const kind = facts?.kind
  const unreadable = facts?.condition.state === 'unreadable'
  const none = unreadable
    ? words.unreadable
    : picture === null
      ? words.noPicture[kind ?? 'other']
      : words.loadingPicture
  return (
    <button
      type="button"
      className="detail-picture"
      onClick={onOpen}
      disabled={!facts || kind === 'other'}
      aria-label={picture ? pictureLabel(kind, name) : `${none} ${pictureLabel(kind, name)}`}
    >
      {picture ? <img src={picture} alt="" /> : <span className="detail-no-picture">{none}</span>}
      {facts && kind !== 'other' && (
        <span className="detail-badge tabular" aria-hidden="true">
          {kind === 'video' ? `▶ ${words.play}` : words.enlarge}
          {facts.duration !== undefined && ` ${clockText(facts.duration)}`}
        </span>
      )}
    </button>
  )
}

/** A small picture without a click. */
export function SmallPicture({ id }: { readonly id: string }) {
  const picture = usePicture(id)
  return <span className="detail-small-picture">{picture && <img src={picture} alt="" />}</span>
}
