import { Button, Input, type InputRef, Segmented, Tag } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useProject, useSession, useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import type { ItemFilter } from '../../state/task-view.ts'
import { groupFindings } from '../../state/finding-groups.ts'
import { groupTitle } from '../detail/wording.ts'
import { ExchangeMenu } from '../exchange/exchange-menu.tsx'
import { AddButtons } from './add-buttons.tsx'
import { RedoIcon, SearchIcon, UndoIcon } from './icons.tsx'
import { countOf } from './visible-rows.ts'
import { filterNames, words } from './wording.ts'

const filters = Object.keys(filterNames) as ItemFilter[]

/** Above the grid: bring files in, fill in by Excel, choose what is shown, find, undo. */
export function Toolbar({ task }: { readonly task: string }) {
  return (
    <div className="media-toolbar">
      <AddButtons task={task} />
      <ExchangeMenu task={task} />
      <FilterChoice task={task} />
      <span className="media-space" />
      <SearchBox task={task} />
      <UndoButtons />
    </div>
  )
}

/** The files by their standing, with how many there are of each. */
function FilterChoice({ task }: { readonly task: string }) {
  const { items } = useTaskDraft(task)
  const states = useVerdict(task)?.states
  const [{ filter, code }, setView] = useTaskView(task)
  const counts = filters.map((one) => ({ one, count: countOf(one, items.length, states) }))
  const options = counts
    // Most clerks have nothing that stays out.
    .filter(({ one, count }) => one !== 'left-out' || count > 0 || filter === one)
    .map(({ one, count }) => ({
      value: one,
      label: (
        <>
          {filterNames[one]} <span className={`media-number media-number-${one}`}>{count}</span>
        </>
      ),
    }))
  return (
    <>
      <Segmented<ItemFilter | 'code'>
        className="media-filter tabular"
        aria-label={words.filterLabel}
        options={options}
        // With one kind of finding alone no filter is chosen, so that choosing one always shows it whole.
        value={code === undefined ? filter : 'code'}
        onChange={(next) => next !== 'code' && setView({ filter: next, code: undefined })}
      />
      {code !== undefined && (
        <CodeTag key={code} task={task} code={code} onClose={() => setView({ code: undefined })} />
      )}
    </>
  )
}

interface CodeTagProps {
  readonly task: string
  readonly code: string
  readonly onClose: () => void
}

/** The one kind of finding that is shown, by the name that the board gives it. */
function CodeTag({ task, code, onClose }: CodeTagProps) {
  const items = useVerdict(task)?.items
  const group = useMemo(() => {
    const judged = [...(items?.values() ?? [])].flatMap((item) => item.judged)
    return groupFindings(judged.filter(({ finding }) => finding.code === code))[0]
  }, [items, code])
  const [title, setTitle] = useState(groupTitle(group ?? { code, names: [] }))
  // When the last of them is mended, what is shown still goes by the name that it had.
  if (group && groupTitle(group) !== title) setTitle(groupTitle(group))
  return (
    <Tag className="media-code" closable onClose={onClose}>
      {words.onlyCode(title)}
    </Tag>
  )
}

function SearchBox({ task }: { readonly task: string }) {
  const [{ query }, setView] = useTaskView(task)
  const box = useRef<InputRef>(null)
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f'
      if (!wanted || document.querySelector('.ant-modal-wrap:not([style*="none"])')) return
      event.preventDefault()
      box.current?.focus({ cursor: 'all' })
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])
  return (
    <Input
      ref={box}
      className="media-search"
      data-own-undo=""
      prefix={<SearchIcon />}
      placeholder={words.search}
      title={words.searchKey}
      aria-label={words.search}
      aria-keyshortcuts="Control+F"
      allowClear
      value={query}
      onChange={({ target }) => setView({ query: target.value })}
      onKeyDown={({ key }) => key === 'Escape' && setView({ query: '' })}
    />
  )
}

function UndoButtons() {
  const { project } = useSession()
  const canUndo = useProject((state) => state.canUndo)
  const canRedo = useProject((state) => state.canRedo)
  return (
    <span className="media-undo">
      <Button
        type="text"
        icon={<UndoIcon />}
        disabled={!canUndo}
        title={words.undoKey}
        aria-label={words.undo}
        onClick={project.undo}
      />
      <Button
        type="text"
        icon={<RedoIcon />}
        disabled={!canRedo}
        title={words.redoKey}
        aria-label={words.redo}
        onClick={project.redo}
      />
    </span>
  )
}
