import type { FieldValues } from '../project/submission.ts'
import { requirementsOf } from './choose.ts'
import type { Field } from './field.ts'
import { captureDay, keeping } from './sound-facts.ts'
import type { Task } from './task.ts'

const numerals = '〇一二三四五六七八九'

/**
 * What a careful clerk would have written in the task's fields. Texts that must differ between files or rows
 * (titles, the fields of `distinct-rows` and `alike-rows`) end in the number, in Chinese so that no rule on digits is met.
 */
export function soundFields(task: Task, number: number): FieldValues {
  const distinct = new Set([
    'title',
    ...requirementsOf(task, 'distinct-rows').flatMap(({ fields }) => fields.slice(0, 1)),
    ...requirementsOf(task, 'alike-rows').flatMap(({ name, place }) => [name, place]),
  ])
  const written = task.fields.filter((field) => field.optional !== true && field.type !== 'sequence')
  return Object.fromEntries(
    written.map((field) => [field.key, soundText(task, field, distinct.has(field.key) ? number : undefined)]),
  )
}

function soundText(task: Task, field: Field, number: number | undefined): string {
  switch (field.type) {
    case 'text':
    case 'paragraph':
      return fitted(task, field, `${field.label}示例${number === undefined ? '' : inChinese(number)}`)
    case 'partial-date':
      return captureDay(task)
    case 'activity-time': {
      const zone = requirementsOf(task, 'activity-time')
        .find((one) => one.field === field.key)
        ?.zones.find(({ verdict }) => verdict === 'fine')
      return zone ? `${zone.from}-01-01`.slice(0, 10) : captureDay(task)
    }
    case 'phone':
      return '024-23221703'
    case 'choice':
      return field.choices?.[0] ?? ''
    case 'number':
      return '100'
    case 'sequence':
      return ''
  }
}

/** The text, stretched or cut to the field's limits; of ideographs only, so that each counts as one 字. */
function fitted(task: Task, field: Field, text: string): string {
  const bounds = requirementsOf(task, 'text-limit')
    .filter((one) => one.field === field.key)
    .map(({ bound }) => bound)
  const length = keeping(text.length, bounds)
  return length <= text.length ? text.slice(text.length - length) : text.padStart(length, '科普')
}

const inChinese = (number: number): string =>
  [...String(number)].map((digit) => numerals[Number(digit)]).join('')
