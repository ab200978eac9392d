import { useMemo } from 'react'
import { blocking } from '../../../shared/rules/verdict.ts'
import { findingName } from '../../../shared/wording/finding-names.ts'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useTaskDraft, useVerdict } from '../../app/session-context.tsx'
import { stillShort } from '../media/asked.ts'
import { PackButton } from '../package/pack-button.tsx'
import { rowStates } from './rows/shown-rows.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  /** Shows the board of all that is missing. */
  readonly onBoard: () => void
}

/** Always there: what is missing in one line, and the way to the package. */
export function TableFooter({ task, onBoard }: Props) {
  const { rows } = useTaskDraft(task)
  const verdict = useVerdict(task)
  const hasUnit = useProject(({ document }) => unitOf(document.unit) !== undefined)
  const missing = useMemo(() => {
    if (!verdict) return []
    const { bad, incomplete } = rowStates(rows, verdict.rows)
    const short = verdict.quota ? stillShort(verdict.quota.bound, verdict.quota.have) : 0
    const others = blocking(verdict.whole).map((finding) =>
      finding.code === 'quota-short' && short > 0 ? words.footerShort(short) : findingName(finding),
    )
    return [
      ...(hasUnit ? [] : [words.footerUnit]),
      ...(bad > 0 ? [words.footerBad(bad)] : []),
      ...(incomplete > 0 ? [words.footerIncomplete(incomplete)] : []),
      ...new Set(others),
    ]
  }, [rows, verdict, hasUnit])
  return (
    <footer className="media-footer">
      {rows.length === 0 ? (
        <span className="tone-quiet">{words.footerEmpty}</span>
      ) : !verdict ? (
        <span className="tone-quiet">{words.footerJudging}</span>
      ) : missing.length === 0 ? (
        <span className="tone-ok">✓ {words.footerReady}</span>
      ) : (
        <button type="button" className="media-missing" title={words.footerBoard} onClick={onBoard}>
          <b>{words.footerMissing}</b>
          {missing.join('、')}
        </button>
      )}
      {rows.length > 0 && <span className="media-original tone-quiet">{words.saved}</span>}
      <PackButton task={task} />
    </footer>
  )
}
