import { severityRank } from '../../../shared/findings.ts'
import { Input, Select } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Field } from '../../../shared/notice/field.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { Judged } from '../../../shared/rules/verdict.ts'
import { findingSentence } from '../../../shared/wording/finding-sentence.ts'
import { useDraftText } from '../../ui/use-draft-text.ts'
import { openFindings } from './arrange-findings.ts'
import { fieldId } from './focus-field.ts'
import { TextCount } from './text-count.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: Task
  readonly field: Field
  readonly value: string
  /** What was found about this field. */
  readonly judged: readonly Judged[]
  readonly onCommit: (text: string) => void
  readonly children?: ReactNode
}

/** One field: its label with the live count, the input, and below it the hint or what is wrong, in one place. */
export function FieldInput({ task, field, value, judged, onCommit, children }: Props) {
  const { key, label, type, hint, prompts, choices } = field
  const { restore, text, ...draft } = useDraftText(value, onCommit)
  const findings = openFindings(judged)
    .filter(({ code }) => code !== 'text-missing')
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity])
  const missing = judged.some(
    ({ finding, waived }) => finding.code === 'text-missing' && waived === undefined,
  )
  const worst = findings[0]
  const status = worst?.severity === 'error' ? 'error' : worst?.severity === 'warning' ? 'warning' : ''
  const help = `${fieldId(key)}-help`

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    // What is not committed yet must be, before the window takes a step back.
    if ((event.ctrlKey || event.metaKey) && 'zy'.includes(event.key.toLowerCase())) draft.onBlur()
    if (event.key === 'Escape' && restore()) event.preventDefault()
    if (event.key === 'Enter' && type !== 'paragraph') {
      event.preventDefault()
      nextField(event.currentTarget)
    }
  }
  const common = {
    id: fieldId(key),
    status,
    'aria-describedby': help,
    'aria-invalid': status === 'error',
    className: missing ? 'detail-blank' : '',
  } as const
  const written = {
    ...common,
    ...draft,
    value: text,
    onKeyDown: press,
    placeholder: missing ? words.please : '',
  }
  return (
    <div className="detail-field">
      <div className="detail-label">
        <label htmlFor={fieldId(key)}>{label}</label>
        <TextCount task={task} field={field} text={text} />
      </div>
      {prompts && (
        <p className="detail-prompts">
          {words.prompts}
          {prompts.map((prompt) => (
            <span key={prompt}>{prompt}</span>
          ))}
        </p>
      )}
      {type === 'choice' && choices ? (
        <Select
          {...common}
          allowClear
          value={value === '' ? null : value}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={(choice: string | null | undefined) => onCommit(choice ?? '')}
        />
      ) : type === 'paragraph' ? (
        <Input.TextArea {...written} autoSize={{ minRows: 4, maxRows: 12 }} />
      ) : (
        <Input {...written} />
      )}
      <div className="detail-help" id={help} aria-live="polite">
        {worst ? (
          <p className={worst.severity === 'error' ? 'tone-bad' : 'tone-warn'}>{findingSentence(worst)}</p>
        ) : (
          <p className="tone-quiet">{hint}</p>
        )}
      </div>
      {children}
    </div>
  )
}

/** Enter goes to the next field, as clerks know it from their forms. */
function nextField(from: Element): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[id^='${fieldId('')}']:is(input, textarea)`)]
  all[all.indexOf(from as HTMLElement) + 1]?.focus()
}
