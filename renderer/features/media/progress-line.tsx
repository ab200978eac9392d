import { Alert, Button } from 'antd'
import { useStore } from 'zustand'
import { baseName } from '../../../shared/naming/file-path.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useJob, useSession, useTaskDraft } from '../../app/session-context.tsx'
import { words } from './wording.ts'

/** Under the header: files on their way in, files being measured, or why measuring has stopped. */
export function ProgressLine({ task }: { readonly task: string }) {
  const { facts } = useSession()
  const { items } = useTaskDraft(task)
  const adding = useJob('add')
  const total = useStore(facts.store, (state) => state.total)
  const done = useStore(facts.store, (state) => state.done)
  const item = useStore(facts.store, (state) => state.item)
  const trouble = useStore(facts.store, (state) => state.trouble)
  if (adding?.task === task) {
    const { progress } = adding
    return (
      <Line
        text={progress ? words.adding(progress) : words.addingFirst}
        item={progress?.item}
        share={progress && progress.total > 0 ? progress.done / progress.total : undefined}
        onCancel={adding.cancel}
      />
    )
  }
  if (trouble)
    return (
      <Alert
        banner
        type="error"
        title={words.trouble(faultSentence(trouble))}
        action={<Button onClick={() => facts.want(items.map(({ id }) => id))}>{words.again}</Button>}
      />
    )
  if (total === 0) return null
  return <Line text={words.measuringLine(done, total)} item={item} share={done / total} />
}

interface LineProps {
  readonly text: string
  readonly item: string | undefined
  /** From 0 to 1; undefined where nobody knows how much there is. */
  readonly share: number | undefined
  readonly onCancel?: () => void
}

function Line({ text, item, share, onCancel }: LineProps) {
  return (
    <div className="media-progress">
      <div
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        className={share === undefined ? 'media-progress-bar media-progress-open' : 'media-progress-bar'}
      >
        <i style={{ width: `${(share ?? 0.3) * 100}%` }} />
      </div>
      <span className="tabular">{text}</span>
      {item !== undefined && <span className="one-line tone-quiet">{baseName(item)}</span>}
      {onCancel && (
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  )
}
