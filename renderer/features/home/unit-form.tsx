import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { unitClassOf } from '../../../shared/notice/choose.ts'
import type { UnitDraft } from '../../../shared/project/document.ts'
import { useProject, useSession } from '../../app/session-context.tsx'
import { quotaTexts } from './quota-texts.ts'
import { isRefused, unitProblems } from './unit-problems.ts'
import { words } from './wording.ts'
import './home.css'

interface Props {
  readonly onDone: () => void
  readonly doneLabel?: string
}

/** The particulars of the unit, saved while they are written. */
export function UnitForm({ onDone, doneLabel = words.done }: Props) {
  const { project, notice } = useSession()
  const unit = useProject(({ document }) => document.unit)
  const [shown, setShown] = useState<ReadonlySet<keyof UnitDraft>>(new Set())
  const problems = unitProblems(notice, unit)
  const name = useId()
  const set = (values: Partial<UnitDraft>) =>
    project.edit([{ type: 'set-unit', unit: { ...unit, ...values } }], 'unit')
  const show = (...fields: (keyof UnitDraft)[]) => setShown(new Set([...shown, ...fields]))
  const problemOf = (field: keyof UnitDraft) => (shown.has(field) ? problems[field] : undefined)

  const line = (
    field: 'name' | 'region' | 'contact' | 'phone',
    label: string,
    hint: string,
    most: number,
  ) => {
    const problem = problemOf(field)
    const id = `${name}-${field}`
    return (
      <div className="home-field">
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          value={unit[field]}
          maxLength={most}
          status={problem ? 'error' : ''}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== undefined}
          onChange={({ target }) => set({ [field]: target.value })}
          onBlur={() => show(field)}
        />
        <p id={`${id}-hint`} className={problem ? 'tone-bad' : 'tone-quiet'}>
          {problem ?? hint}
        </p>
      </div>
    )
  }

  return (
    <form
      className="home-unit"
      data-own-undo
      onSubmit={(event) => {
        event.preventDefault()
        show('class', 'name', 'contact', 'phone')
        const wrong = (['class', 'name', 'contact', 'phone'] as const).find((field) =>
          isRefused(problems[field]),
        )
        if (wrong) document.getElementById(`${name}-${wrong}`)?.focus()
        // What is only doubtful is said once, and then taken.
        else if (problems.phone && !shown.has('phone')) document.getElementById(`${name}-phone`)?.focus()
        else onDone()
      }}
    >
      <div className="home-field">
        <span id={`${name}-class-label`} className="home-label">
          {words.unitClass}
        </span>
        <Radio.Group
          className="home-classes"
          aria-labelledby={`${name}-class-label`}
          value={unitClassOf(notice, unit.class)?.id}
          onChange={({ target }) => set({ class: String(target.value) })}
        >
          {notice.unitClasses.map(({ id, label }) => (
            <Radio key={id} value={id}>
              {label}
              {quotaTexts(notice, id).map((text) => (
                <small key={text}>{text}</small>
              ))}
            </Radio>
          ))}
        </Radio.Group>
        {problemOf('class') && <p className="tone-bad">{problems.class}</p>}
      </div>
      {line('name', words.unitName, words.unitNameHint, 100)}
      {line('region', words.region, words.regionHint, 50)}
      <div className="home-pair">
        {line('contact', words.contact, words.contactHint, 50)}
        {line('phone', words.phone, words.phoneHint, 100)}
      </div>
      <Button type="primary" size="large" htmlType="submit">
        {doneLabel}
      </Button>
    </form>
  )
}
