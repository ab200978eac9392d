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

/** The earlier file that a finding names. */
export function otherOf(items: readonly DraftItem[], { code, actual }: Finding): DraftItem | undefined {
  if (code !== 'same-file' && code !== 'similar-picture') return undefined
  const { others } = actual
  return items.find(({ relative }) => others.includes(relative))
}

/** Two files that look the same, side by side. */
export function LookAlike({ task, item, finding }: Props) {
  const { items } = useTaskDraft(task)
  const kind = useFacts(item.id)?.kind
  const other = otherOf(items, finding)
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
