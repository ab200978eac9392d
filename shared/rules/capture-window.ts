import type { Finding } from '../findings.ts'
import { fieldLabel } from '../notice/choose.ts'
import { isWithin, parsePartialDate } from '../text/partial-date.ts'
import { type Check, finding, itemsOf } from './context.ts'

/**
 * When it was taken. What the clerk writes decides; where nothing is written, a time inside the file that lies
 * outside the window is a warning only, for camera clocks are often wrong.
 */
export const checkCaptureWindow: Check<'capture-window'> = (requirement, context) => {
  const { field, from } = requirement
  const to = requirement.to ?? context.now.slice(0, 10)
  const label = fieldLabel(context.task, field)
  return itemsOf(context, 'any').flatMap((item): Finding[] => {
    const text = (item.fields[field] ?? '').trim()
    const takenAt = text === '' ? item.facts.takenAt : text
    if (takenAt === undefined) return []
    const date = parsePartialDate(takenAt)
    const written = text !== ''
    const subject = written ? { item: item.id, field } : { item: item.id }
    if (!date)
      return written
        ? [
            finding(
              requirement,
              'date-unreadable',
              subject,
              { expected: { label }, actual: { text } },
              'warning',
            ),
          ]
        : []
    if (isWithin(date, from, to)) return []
    const parameters = {
      expected: { from, to },
      actual: { takenAt, source: written ? ('field' as const) : ('file' as const) },
    }
    return [
      finding(
        requirement,
        'capture-outside',
        subject,
        parameters,
        written ? requirement.severity : 'warning',
      ),
    ]
  })
}
