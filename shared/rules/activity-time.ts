import type { Finding } from '../findings.ts'
import { fieldLabel } from '../notice/choose.ts'
import type { RequirementOf } from '../notice/requirement.ts'
import { type ActivityTime, parseActivityTime } from '../text/activity-time.ts'
import { spanOf, parsePartialDate } from '../text/partial-date.ts'
import { type Check, filledCells, finding } from './context.ts'

/** An activity's time can be read, exists, and touches the event's days; the best zone it touches counts. */
export const checkActivityTime: Check<'activity-time'> = (requirement, context) => {
  const expected = { label: fieldLabel(context.task, requirement.field) }
  return filledCells(context, requirement.field).flatMap(({ subject, text }): Finding[] => {
    const time = parseActivityTime(text, { assumedYear: requirement.assumedYear })
    const actual = { text }
    switch (time.kind) {
      case 'vague':
        return [finding(requirement, 'time-vague', subject, { expected, actual }, 'warning')]
      case 'impossible':
        return [finding(requirement, 'time-impossible', subject, { expected, actual })]
      case 'unreadable':
        return [finding(requirement, 'time-unreadable', subject, { expected, actual })]
      case 'span': {
        const verdict = best(requirement, time)
        if (verdict === 'fine') return []
        const { from, to } = requirement.zones.find((zone) => zone.verdict === 'fine') ?? { from: '', to: '' }
        const window = { expected: { from, to }, actual }
        return verdict === 'warning'
          ? [finding(requirement, 'time-beside-event', subject, window, 'warning')]
          : [finding(requirement, 'time-outside', subject, window)]
      }
    }
  })
}

function best(
  { zones }: RequirementOf<'activity-time'>,
  time: Extract<ActivityTime, { kind: 'span' }>,
): 'fine' | 'warning' | undefined {
  const days = time.parts ?? [time]
  const touched = zones.filter(({ from, to }) => {
    const first = edge(from).from
    const last = edge(to).to
    return days.some((part) => part.from <= last && part.to >= first)
  })
  return (['fine', 'warning'] as const).find((verdict) => touched.some((zone) => zone.verdict === verdict))
}

/** A zone's end may be a year, a month or a day. */
function edge(text: string): { readonly from: string; readonly to: string } {
  const date = parsePartialDate(text)
  return date ? spanOf(date) : { from: text, to: text }
}
