import type { Bound } from '../../../shared/notice/bound.ts'
import type { QuotaStanding } from '../../../shared/packing/quota.ts'
import { boundText, grouped } from '../../../shared/wording/measures.ts'
import { stillShort } from '../media/asked.ts'
import { words } from './wording.ts'

/** The figure that fills the bar. */
const goalOf = (bound: Bound): number => (bound.operator === 'range' ? bound.min : bound.value)

/** How many there are of how many. */
export function QuotaBar({ quota }: { readonly quota: QuotaStanding }) {
  const { bound, have, met, unitClass, measure } = quota
  const short = stillShort(bound, have)
  const filled = Math.min(1, have / Math.max(1, goalOf(bound)))
  return (
    <div className="detail-quota">
      <p>
        <strong className="tabular">{words.quotaHave(have, measure)}</strong>
        {met && <em>{words.quotaMet}</em>}
        {short > 0 && <em className="tone-warn">{words.quotaShort(short, measure)}</em>}
        <span>
          {words.quotaNeed(
            unitClass,
            boundText(bound, (value) => `${grouped(value)} ${measure}`),
          )}
        </span>
      </p>
      <span className="detail-track" aria-hidden="true">
        <i className={met ? 'detail-track-met' : ''} style={{ width: `${filled * 100}%` }} />
      </span>
    </div>
  )
}
