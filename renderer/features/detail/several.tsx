import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { titleField } from '../../../shared/notice/choose.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useSession, useTask, useTaskView, useVerdict } from '../../app/session-context.tsx'
import { useProjectActs } from '../media/use-project-acts.tsx'
import { groupFindings } from '../../state/finding-groups.ts'
import type { ItemState } from '../../state/item-verdict.ts'
import { sizeText } from '../../../shared/wording/size-text.ts'
import { fillRest } from './fill-rest.ts'
import { leaveItems } from './leave-items.ts'
import { focusPane } from './pane-focus.ts'
import './several.css'
import { groupDetail, groupTitle, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly items: readonly DraftItem[]
}

const states: readonly ItemState[] = ['bad', 'incomplete', 'doubtful', 'fine', 'left-out']

/** Several files: what they have in common, and what is done to all of them at once. */
export function Several({ task, items }: Props) {
  const session = useSession()
  const project = useProjectActs(task)
  const verdict = useVerdict(task)
  const facts = useStore(session.facts.store, (state) => state.facts)
  const [, setView] = useTaskView(task)
  const notice = useTask(task)
  const title = titleField(notice)
  const [blankOnly, setBlankOnly] = useState(true)
  const first = items[0]
  const verdicts = items.flatMap(({ id }) => verdict?.items.get(id) ?? [])
  const groups = groupFindings(verdicts.flatMap(({ judged }) => judged)).filter(
    ({ severity }) => severity !== 'note',
  )
  const bytes = items.reduce((sum, { id }) => sum + (facts.get(id)?.bytes ?? 0), 0)
  const given = notice.fields.filter(({ key }) => (first?.fields[key] ?? '').trim() !== '')
  // A title is one file's own.
  const general = given.filter((field) => field !== title).map(({ key }) => key)
  const fillEdit = (keys: readonly string[]) => fillRest(task, items, keys, blankOnly)
  const fill = (keys: readonly string[]) => {
    const edit = fillEdit(keys)
    if (edit) project.setValues(edit.values, words.filled(edit.values.length))
  }
  const remove = () => {
    const ids = items.map(({ id }) => id)
    leaveItems(session, task, ids)
    project.remove(ids)
    focusPane()
  }

  return (
    <div className="detail-scroll">
      <button
        type="button"
        className="detail-back"
        onClick={() => setView({ current: undefined, selected: new Set() })}
      >
        <span aria-hidden="true">‹ </span>
        {words.backToBoard}
      </button>
      <header className="detail-about">
        <h2>{words.chosen(items.length)}</h2>
        <p>{words.chosenSize(sizeText(bytes))}</p>
        <p className="detail-states">
          {states.map((state) => {
            const count = verdicts.filter((one) => one.state === state).length
            return count === 0 ? null : (
              <span key={state} className={`detail-state-${state}`}>
                {words.states[state]} {count}
              </span>
            )
          })}
        </p>
      </header>
      {groups.length > 0 && (
        <div className="detail-common">
          <h3>{words.common}</h3>
          <ul>
            {groups.map((group) => (
              <li
                key={`${group.severity} ${group.code}`}
                className={group.severity === 'error' ? 'tone-bad' : 'tone-warn'}
              >
                {groupTitle(group)} <b className="tabular">{words.files(group.count)}</b>
                <small>{groupDetail(group)}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="detail-fill">
        <h3>{words.fillTitle(baseName(first?.relative ?? ''))}</h3>
        {given.length === 0 ? (
          <p className="tone-quiet">{words.nothingToFill}</p>
        ) : (
          <>
            <Checkbox checked={blankOnly} onChange={({ target }) => setBlankOnly(target.checked)}>
              {words.blankOnly}
            </Checkbox>
            <ul>
              {given.map(({ key, label }) => (
                <li key={key}>
                  <span>
                    <small>{label}</small>
                    {first?.fields[key]}
                  </span>
                  <Button
                    disabled={!fillEdit([key])}
                    onClick={() => fill([key])}
                    aria-label={words.fillOneLabel(label)}
                  >
                    {words.fillOne}
                  </Button>
                </li>
              ))}
            </ul>
            {general.length > 1 && (
              <Button type="primary" block disabled={!fillEdit(general)} onClick={() => fill(general)}>
                {words.fillAll(given.find((field) => field === title)?.label)}
              </Button>
            )}
          </>
        )}
      </div>
      <div className="detail-acts detail-several-acts">
        <Button danger onClick={remove}>
          {words.removeChosen(items.length)}
        </Button>
        <Button type="text" onClick={() => setView({ selected: new Set() })}>
          {words.clearChosen}
        </Button>
      </div>
    </div>
  )
}
