import { Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { tableProblemSentence } from '../../../../shared/wording/table-problem-sentence.ts'
import type { TablesRead } from '../../../state/list-reading.ts'
import { takenByTable } from './import-edits.ts'
import { type IncomingTable, setTaken, tableKey, tableState } from './incoming-tables.ts'
import type { Import } from './use-import.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: ListTask
  readonly read: TablesRead
  readonly incoming: Import
}

/** The files and their tables: what was understood of each, and whether it is taken. */
export function TableList({ task, read, incoming: { tables, current, plan, change, look } }: Props) {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.key])
  const byKey = new Map(tables.map((table) => [table.key, table]))
  const counts = takenByTable(plan)
  // What could not be read is no small print: a county's activities would be missing.
  const files = read.files
    .filter(({ problem }) => problem?.problem !== 'not-a-table-file')
    .toSorted((a, b) => Number(b.problem !== undefined) - Number(a.problem !== undefined))
  const unread = files.filter(({ problem }) => problem).length
  const unsure = tables.filter((table) => ['unsure', 'no-header'].includes(tableState(table, task))).length
  return (
    <nav ref={list} className="import-tables" aria-label={words.tables}>
      <p className="import-tables-count">
        {words.tablesCount(files.length, tables.length)}
        {unread > 0 && <span className="tone-warn">{words.unreadFiles(unread)}</span>}
        {unsure > 0 && <span className="tone-warn">{words.toConfirm(unsure)}</span>}
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.name}>
            <span className="import-file" title={file.name}>
              {file.name}
            </span>
            {file.problem && (
              <p className="import-file-problem">
                <b>{words.unread}</b>
                {tableProblemSentence(file.problem)}
              </p>
            )}
            {file.tables.map(({ sheet }) => {
              const table = byKey.get(tableKey(file.name, sheet))
              return (
                table && (
                  <TableLine
                    key={table.key}
                    task={task}
                    table={table}
                    rows={counts.get(table.key) ?? 0}
                    isCurrent={table === current}
                    onLook={() => look(table.key)}
                    onTaken={(taken) => {
                      change((all) => setTaken(all, table.key, taken))
                      look(table.key)
                    }}
                  />
                )
              )
            })}
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface LineProps {
  readonly task: ListTask
  readonly table: IncomingTable
  /** How many of its lines are taken. */
  readonly rows: number
  readonly isCurrent: boolean
  readonly onLook: () => void
  readonly onTaken: (taken: boolean) => void
}

function TableLine({ task, table, rows, isCurrent, onLook, onTaken }: LineProps) {
  const { choice } = table
  const state = tableState(table, task)
  const name = choice.table.sheet || words.wholeFile
  return (
    <div className="import-table" data-current={isCurrent || undefined}>
      <Checkbox
        checked={choice.taken}
        disabled={!choice.header}
        aria-label={words.take(`${choice.file} ${name}`)}
        onChange={({ target }) => onTaken(target.checked)}
      />
      <button type="button" aria-current={isCurrent} onClick={onLook}>
        <span className="one-line" title={name}>
          {name}
        </span>
        <span className={`import-state import-state-${state}`}>{words.state(state)}</span>
        <span className="import-rows tabular">
          {choice.taken ? words.taken(rows) : words.lines(choice.table.lines.length)}
        </span>
      </button>
    </div>
  )
}
