import type { TaskVerdict } from '../../state/item-verdict.ts'
import { blocking } from '../../../shared/rules/verdict.ts'
import { findingName } from '../../../shared/wording/finding-names.ts'
import { stillShort } from './asked.ts'
import { words } from './wording.ts'

/** What keeps the task from being packed, each kind of thing in a few words; empty when nothing does. */
export function missingOf({ states, whole, quota }: TaskVerdict, hasUnit: boolean): string[] {
  const short = quota ? stillShort(quota.bound, quota.have) : 0
  const others = blocking(whole).map((finding) =>
    finding.code === 'quota-short' && short > 0 ? words.footerShort(short) : findingName(finding),
  )
  return [
    ...(hasUnit ? [] : [words.footerUnit]),
    ...(states.bad > 0 ? [words.footerBad(states.bad)] : []),
    ...(states.incomplete > 0 ? [words.footerIncomplete(states.incomplete)] : []),
    ...new Set(others),
  ]
}
