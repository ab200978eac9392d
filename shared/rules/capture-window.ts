import type { Finding } from '../findings.ts'
import { captureYear, fieldLabel } from '../notice/choose.ts'
import type { RequirementOf } from '../notice/requirement.ts'
import type { Item } from '../project/submission.ts'
import {
  formatPartialDate,
  isAfter,
  isWithin,
  type PartialDate,
  readPartialDate,
} from '../text/partial-date.ts'
import { type Check, type Context, finding, itemsOf } from './context.ts'

type Rule = RequirementOf<'capture-window'>

/**
 * When it was taken. What the clerk writes decides; where nothing is written, a time inside the file that lies
 * outside the window is a warning only, for camera clocks are often wrong.
 */
export const checkCaptureWindow: Check<'capture-window'> = (requirement, context) =>
  itemsOf(context, 'any').flatMap((item) => {
    const text = (item.fields[requirement.field] ?? '').trim()
    return text === '' ? inFile(requirement, context, item) : written(requirement, context, item, text)
  })

function inFile(requirement: Rule, context: Context, { id, facts: { takenAt } }: Item): Finding[] {
  if (takenAt === undefined) return []
  const reading = readPartialDate(takenAt)
  if (reading.kind !== 'date') return []
  const parameters = placed(requirement, context, reading.date, { takenAt, source: 'file' })
  if (!parameters) return []
  const { code, expected, actual } = parameters
  return [finding(requirement, code, { item: id }, { expected, actual }, 'warning')]
}

function written(requirement: Rule, context: Context, { id }: Item, text: string): Finding[] {
  const { notice, task } = context
  const subject = { item: id, field: requirement.field }
  const label = fieldLabel(task, requirement.field)
  const assumedYear = captureYear(notice, task)
  // The example in the sentence must itself keep the window.
  const expected = { label, year: assumedYear ?? Number(requirement.from.slice(0, 4)) }
  const reading = readPartialDate(text, assumedYear === undefined ? {} : { assumedYear })
  switch (reading.kind) {
    case 'unreadable':
      return [finding(requirement, 'date-unreadable', subject, { expected, actual: { text } }, 'warning')]
    case 'impossible':
      return [finding(requirement, 'date-impossible', subject, { expected, actual: { text } })]
    case 'date': {
      const date = formatPartialDate(reading.date)
      const assumed = reading.assumedYear
        ? [finding(requirement, 'year-assumed', subject, { expected, actual: { text, date } }, 'note')]
        : []
      const takenAt = reading.assumedYear ? date : text
      const parameters = placed(requirement, context, reading.date, { takenAt, source: 'field' })
      if (!parameters) return assumed
      return [...assumed, finding(requirement, parameters.code, subject, parameters)]
    }
  }
}

type Taken = { readonly takenAt: string; readonly source: 'field' | 'file' }

/** What speaks against the date: it has not come yet, or lies outside the window; undefined where nothing does. */
function placed({ from, to }: Rule, { now }: Context, date: PartialDate, actual: Taken) {
  const today = now.slice(0, 10)
  if (isAfter(date, today)) return { code: 'capture-future' as const, expected: { today }, actual }
  if (isWithin(date, from, to ?? today)) return undefined
  return { code: 'capture-outside' as const, expected: { from, to: to ?? today }, actual }
}
