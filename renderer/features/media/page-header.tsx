import { useStore } from 'zustand'
import type { MediaKind } from '../../../shared/facts.ts'
import { deadlineStanding } from '../../../shared/notice/deadline.ts'
import { timeLeftText } from '../../../shared/wording/time-left.ts'
import { useSession, useTask, useVerdict } from '../../app/session-context.tsx'
import type { TaskVerdict } from '../../state/item-verdict.ts'
import { askedOf, leastOf, stillShort } from './asked.ts'
import { recipientText, words } from './wording.ts'

const untilTones = { far: 'media-until', near: 'tone-warn', today: 'tone-warn', passed: 'tone-bad' } as const

/** What the task is: to whom, until when, in which formats, and how much of it is there. */
export function PageHeader({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const verdict = useVerdict(id)
  const now = useStore(useSession().judge.store, (state) => state.now)
  const deadline = deadlineStanding(task, now)
  const facts = [words.sendTo(recipientText(task.recipients)), ...askedOf(task).map(words.asked)]
  return (
    <header className="media-header">
      <h1>{task.title}</h1>
      <p title={facts.join(' · ')}>
        {deadline && (
          <span className={untilTones[deadline.state]}>
            {words.until(deadline.date, deadline.time)}，{timeLeftText(deadline)}
          </span>
        )}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {verdict && <Quota verdict={verdict} kinds={askedOf(task).map(({ kind }) => kind)} />}
    </header>
  )
}

interface QuotaProps {
  readonly verdict: TaskVerdict
  /** What the task asks for; a list asks for no files. */
  readonly kinds: readonly MediaKind[]
}

function Quota({ verdict: { counts, quota }, kinds }: QuotaProps) {
  const images = kinds.includes('image')
  const measure = kinds.length === 0 ? quota?.measure : undefined
  const have = quota?.have ?? counts.total
  const need = quota && leastOf(quota.bound)
  const short = quota ? stillShort(quota.bound, have) : 0
  return (
    <div className="media-quota" title={quota && words.quotaLabel(quota)}>
      <span className="media-kinds">
        {images && <span>{words.images(counts.images)}</span>}
        {(counts.videos > 0 || (kinds.length > 0 && !images)) && <span>{words.videos(counts.videos)}</span>}
        {have < counts.total && <span title={words.repeatedWhy}>{words.repeated(counts.total - have)}</span>}
      </span>
      <b className="tabular">{words.total(have, need, measure)}</b>
      {quota && (
        <>
          {need !== undefined && (
            <span className={`media-bar${quota.met ? ' media-bar-met' : ''}`} aria-hidden="true">
              <i style={{ width: `${need === 0 ? 100 : Math.min(100, (have / need) * 100)}%` }} />
            </span>
          )}
          <span className={quota.met ? 'tone-ok' : 'tone-warn'}>
            {quota.met ? words.met : short > 0 ? words.short(short, measure) : words.outside}
          </span>
        </>
      )}
    </div>
  )
}
