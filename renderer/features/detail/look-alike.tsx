import { baseName } from '../../../shared/naming/file-path.ts'
import type { Finding } from '../../../shared/findings.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useFacts, useTaskDraft } from '../../app/session-context.tsx'
import { SmallPicture } from './picture.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem
  readonly finding: Finding
}

/** The earlier files that a finding names. */
export function othersOf(items: readonly DraftItem[], { code, actual }: Finding): DraftItem[] {
  if (code !== 'same-file' && code !== 'similar-picture') return []
  const others = new Set(actual.others)
  return items.filter(({ relative }) => others.has(relative))
}

/** Two files that look the same, side by side. */
export function LookAlike({ task, item, finding }: Props) {
  const { items } = useTaskDraft(task)
  const kind = useFacts(item.id)?.kind
  const [other] = othersOf(items, finding)
  if (!other) return null
  const pair = [
    { label: words.thisOne(kind), ...item },
    { label: words.otherOne(kind), ...other },
  ]
  return (
    <div className="detail-pair">
      {pair.map(({ id, label, relative }) => (
        <figure key={id}>
          <SmallPicture id={id} />
          <figcaption title={relative}>
            <strong>{label}</strong> {baseName(relative)}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}
