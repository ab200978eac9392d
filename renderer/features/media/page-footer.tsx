import { useStore } from 'zustand'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useTaskDraft, useVerdict } from '../../app/session-context.tsx'
import { PackButton } from '../package/pack-button.tsx'
import { missingOf } from './missing.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  /** Shows the board of all that is missing. */
  readonly onBoard: () => void
}

/** Always there: what is missing in one line, and the way to the package. */
export function PageFooter({ task, onBoard }: Props) {
  const { items } = useTaskDraft(task)
  const verdict = useVerdict(task)
  const hasUnit = useProject(({ document }) => unitOf(document.unit) !== undefined)
  const measuring = useStore(useSession().facts.store, ({ facts }) => items.some(({ id }) => !facts.has(id)))
  const missing = verdict ? missingOf(verdict, hasUnit) : []
  return (
    <footer className="media-footer">
      {items.length === 0 ? (
        <span className="tone-quiet">{words.footerEmpty}</span>
      ) : measuring || !verdict ? (
        <span className="tone-quiet">{words.footerMeasuring}</span>
      ) : missing.length === 0 ? (
        <span className="tone-ok">✓ {words.footerReady}</span>
      ) : (
        <button type="button" className="media-missing" title={words.footerBoard} onClick={onBoard}>
          <b>{words.footerMissing}</b>
          {missing.join('、')}
        </button>
      )}
      <span className="media-original tone-quiet">{words.original}</span>
      <PackButton task={task} />
    </footer>
  )
}
