import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useTaskDraft, useTaskView, useVerdict } from '../../app/session-context.tsx'
import type { ItemFilter } from '../../state/task-view.ts'
import { ExchangeMenu } from '../exchange/exchange-menu.tsx'
import { AddButtons } from './add-buttons.tsx'
import { CodeTag } from './code-tag.tsx'
import { SearchBox } from './search-box.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { countOf } from './visible-rows.ts'
import { filterNames, words } from './wording.ts'

const filters = Object.keys(filterNames) as ItemFilter[]

/** Above the grid: bring files in, fill in by Excel, choose what is shown, find, undo. */
export function Toolbar({ task }: { readonly task: string }) {
  const [{ query }, setView] = useTaskView(task)
  return (
    <div className="media-toolbar">
      <AddButtons task={task} />
      <ExchangeMenu task={task} />
      <FilterChoice task={task} />
      <span className="media-space" />
      <SearchBox label={words.search} query={query} onQuery={(next) => setView({ query: next })} />
      <UndoButtons />
    </div>
  )
}

/** The files by their standing, with how many there are of each. */
function FilterChoice({ task }: { readonly task: string }) {
  const { items } = useTaskDraft(task)
  const verdict = useVerdict(task)
  const states = verdict?.states
  const judged = useMemo(
    () => [...(verdict?.items.values() ?? [])].flatMap((item) => item.judged),
    [verdict?.items],
  )
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
        <CodeTag
          key={code}
          kind="media"
          code={code}
          judged={judged}
          onClose={() => setView({ code: undefined })}
        />
      )}
    </>
  )
}
