import { within } from '../../../shared/notice/bound.ts'
import { requirementsOf } from '../../../shared/notice/choose.ts'
import type { Field } from '../../../shared/notice/field.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { countWords } from '../../../shared/text/word-count.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly field: Field
  readonly text: string
}

/** The length of a text while it is being written, by both counts, where the notice limits it. */
export function TextCount({ task, field, text }: Props) {
  const limit = requirementsOf(task, 'text-limit').find((one) => one.field === field.key)
  if (!limit) return null
  const { bound } = limit
  const { words: count, characters } = countWords(text)
  const fits = within(bound, count)
  const charactersFit = !limit.alsoCharacters || within(bound, characters)
  const most = bound.operator === '<=' ? `/${bound.value}` : ''
  const tone = text.trim() === '' ? 'quiet' : fits ? (charactersFit ? 'quiet' : 'warn') : 'bad'
  return <span className={`detail-length tabular tone-${tone}`}>{words.counts(count, most, characters)}</span>
}
