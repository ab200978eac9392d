import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { unitOf } from '../../../shared/project/draft-submission.ts'
import { useProject, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { FormProblems } from './form-problems.tsx'
import { FormPreview } from './form-preview.tsx'
import { type Exchange, type FormRead, useExchange } from './use-exchange.ts'
import { words } from './wording.ts'
import './exchange.css'

/** 用 Excel 填写: the form out and back in, and the list of problems. */
export function ExchangeMenu({ task: id }: { readonly task: string }) {
  return <Menu key={id} task={id} />
}

function Menu({ task: id }: { readonly task: string }) {
  const { facts } = useSession()
  const task = useTask(id)
  const { items } = useTaskDraft(id)
  const unit = useProject(({ document }) => unitOf(document.unit)?.name ?? '')
  const measured = useStore(facts.store, (state) => state.facts)
  const { message } = App.useApp()
  const [read, setRead] = useState<FormRead>()
  const exchange: Exchange = useExchange(id)
  const left = items.filter((item) => !measured.has(item.id)).length
  const unready = left > 0 || items.length === 0
  const entry = (key: string, text: string, hint: string, disabled: boolean) => ({
    key,
    disabled,
    label: (
      <span className="exchange-entry">
        {text}
        <small>{disabled && left > 0 ? words.measuring(left) : hint}</small>
      </span>
    ),
  })
  const say = (text: string | undefined) => {
    if (text !== undefined) void message.success(text, 6)
  }
  const choose = async (key: string) => {
    if (key === 'write') say(await exchange.writeForm(words.formName(unit, task.title)))
    else if (key === 'findings') say(await exchange.writeFindings(words.findingsName(unit, task.title)))
    else setRead(await exchange.readForm())
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          onClick: ({ key }) => void choose(key),
          items: [
            entry('write', words.writeForm, words.writeFormHint, unready),
            entry('read', words.readForm, words.readFormHint, items.length === 0),
            { type: 'divider' },
            entry('findings', words.writeFindings, words.writeFindingsHint, unready),
          ],
        }}
      >
        <Button loading={exchange.busy} aria-haspopup="menu">
          {words.menu}
          <span className="exchange-arrow" aria-hidden="true" />
        </Button>
      </Dropdown>
      {exchange.problems && <FormProblems problems={exchange.problems} onClose={exchange.dismissProblems} />}
      {read && <FormPreview task={task} read={read} onClose={() => setRead(undefined)} />}
    </>
  )
}
