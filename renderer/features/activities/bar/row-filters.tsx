import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useSession, useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { CodeTag } from '../../media/code-tag.tsx'
import { countOf } from '../../media/visible-rows.ts'
import { rowFilters, type RowFilter, rowStates } from '../rows/shown-rows.ts'
import { useViewPart } from '../rows/use-shown-rows.ts'
import { filterNames, words } from '../wording.ts'

interface Props {
  readonly task: string
  /** The filter that is chosen is chosen once more. */
  readonly onAgain: () => void
}

/** The rows by their standing, with how many there are of each. */
export function RowFilters({ task, onAgain }: Props) {
  const { views } = useSession()
  const { rows } = useTaskDraft(task)
  const verdicts = useVerdict(task)?.rows
  const filter = useViewPart(task, 'filter')
  const code = useViewPart(task, 'code')
  const states = useMemo(() => rowStates(rows, verdicts), [rows, verdicts])
  const judged = useMemo(() => [...(verdicts?.values() ?? [])].flat(), [verdicts])
  const options = rowFilters.map((one) => ({
    value: one,
    title: one === filter && one !== 'all' ? words.filterAgain : '',
    label: (
      <>
        {filterNames[one]}{' '}
        <span className={`media-number media-number-${one}`}>{countOf(one, rows.length, states)}</span>
      </>
    ),
  }))
  return (
    <>
      <Segmented<RowFilter | 'code'>
        className="media-filter tabular"
        aria-label={words.filterLabel}
        options={options}
        onClick={({ target }) => {
          if (target instanceof Element && target.closest('.ant-segmented-item-selected')) onAgain()
        }}
        // With one kind of finding alone no filter is chosen, so that choosing one always shows it whole.
        value={code !== undefined || filter === 'left-out' ? 'code' : filter}
        onChange={(next) => next !== 'code' && views.set(task, { filter: next, code: undefined })}
      />
      {code !== undefined && (
        <CodeTag
          key={code}
          kind="table"
          code={code}
          judged={judged}
          onClose={() => views.set(task, { code: undefined })}
        />
      )}
    </>
  )
}
