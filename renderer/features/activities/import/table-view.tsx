import { Button, Checkbox } from 'antd'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { Banner } from '../../../ui/banner.tsx'
import { ColumnList } from './column-list.tsx'
import { missingFields } from './column-uses.ts'
import { FirstLines } from './first-lines.tsx'
import { HeaderChoice } from './header-choice.tsx'
import {
  automaticHeader,
  type IncomingTable,
  setHeader,
  setTaken,
  setUse,
  takeAutomatic,
  withSameHeaders,
} from './incoming-tables.ts'
import { headerAt } from './header-lines.ts'
import { RowPreview } from './row-preview.tsx'
import type { Planner } from './use-import.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: ListTask
  readonly table: IncomingTable
  readonly tables: readonly IncomingTable[]
  readonly planner: Planner
  /** Whether a correction is meant for all tables with the same headers. */
  readonly together: boolean
  readonly onTogether: (together: boolean) => void
  readonly onChange: (by: (tables: readonly IncomingTable[]) => IncomingTable[]) => void
}

/** One table: where its header is, what its columns hold, and what its rows become. */
export function TableView({ task, table, tables, planner, together, onTogether, onChange }: Props) {
  const { key, choice, isRemembered } = table
  const missing = choice.header ? missingFields(choice.uses, task) : []
  const alike = withSameHeaders(tables, key).length
  const hidden = choice.table.lines.filter((line) => line.hidden).length
  const toHeader = (index: number | undefined) => {
    const headerOf =
      index === undefined
        ? automaticHeader(task)
        : (raw: IncomingTable['choice']['table']) => headerAt(raw, index)
    onChange((all) => setHeader(all, key, headerOf, task))
  }
  return (
    <section className="import-view" aria-label={choice.table.sheet || choice.file}>
      <div className="import-view-head">
        <h2 className="one-line" title={choice.file}>
          {choice.file}
          {choice.table.sheet && <small>{choice.table.sheet}</small>}
        </h2>
        <HeaderChoice choice={choice} onChoose={toHeader} />
      </div>
      {!choice.taken && choice.header && (
        <Banner
          tone="info"
          title={choice.table.hidden ? words.hiddenWhy : words.leftOutWhy}
          action={<Button onClick={() => onChange((all) => setTaken(all, key, true))}>{words.takeIt}</Button>}
        />
      )}
      {choice.header ? (
        <>
          {hidden > 0 && <Banner tone="info" title={words.hiddenLines(hidden)} />}
          {missing.length > 0 && <Banner tone="warn" title={words.missing(missing)} />}
          {isRemembered && (
            <Banner
              tone="info"
              title={words.remembered}
              action={
                <Button onClick={() => onChange((all) => takeAutomatic(all, { key, together }, task))}>
                  {words.automatic}
                </Button>
              }
            />
          )}
          <ColumnList
            task={task}
            choice={choice}
            header={choice.header}
            onUse={(column, use) => onChange((all) => setUse(all, { key, column, use, together }, task))}
          />
          {alike > 0 && (
            <Checkbox
              className="import-together"
              checked={together}
              onChange={({ target }) => onTogether(target.checked)}
            >
              {words.together(alike)}
            </Checkbox>
          )}
          <RowPreview task={task} choice={choice} planner={planner} />
        </>
      ) : (
        <>
          <Banner tone="warn" title={words.noHeaderWhy} />
          <FirstLines choice={choice} onChoose={toHeader} />
        </>
      )}
    </section>
  )
}
