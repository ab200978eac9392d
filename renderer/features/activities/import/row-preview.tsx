import { useDeferredValue, useMemo } from 'react'
import type { TableChoice } from '../../../../shared/lists/plan-import.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { skippedByReason } from './import-edits.ts'
import type { Planner } from './use-import.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: ListTask
  readonly choice: TableChoice
  readonly planner: Planner
}

/** So many rows are shown: enough to see whether the columns are right. */
const most = 6

/** A table's rows as they will stand in the list, and the lines that become none. */
export function RowPreview({ task, choice, planner }: Props) {
  const shown = useDeferredValue(choice)
  const { added, report } = useMemo(() => planner([{ ...shown, taken: true }], []), [planner, shown])
  const fields = task.fields.filter(
    ({ key, type }) => type !== 'sequence' && added.some((row) => (row.fields[key] ?? '') !== ''),
  )
  const first = added.slice(0, most)
  return (
    <div className="import-preview" data-late={shown !== choice || undefined}>
      <h3>
        {words.preview}
        <small className="tabular">
          {added.length === 0 ? words.previewNone : words.previewMore(first.length, added.length)}
        </small>
        {first.some(({ original }) => original) && <small>{words.changedHint}</small>}
      </h3>
      {first.length > 0 && (
        <div className="import-preview-rows" tabIndex={0} role="region" aria-label={words.preview}>
          <table>
            <thead>
              <tr>
                {fields.map(({ key, label, width = 10 }) => (
                  <th key={key} scope="col" style={{ minWidth: Math.min(200, 16 + width * 8) }}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((row) => (
                <tr key={row.id}>
                  {fields.map(({ key }) => (
                    <Cell key={key} row={row} field={key} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {report.skipped.length > 0 && (
        <details className="import-skipped">
          <summary>
            {words.skippedLines(report.skipped.length)}
            <span className="tone-quiet">{words.reasons(skippedByReason(report.skipped))}</span>
          </summary>
          <ul>
            {report.skipped.map(({ row, reason, text }) => (
              <li key={row}>
                <span className="tabular">{words.skippedLine(row)}</span>
                <b>{words.reason(reason)}</b>
                <span className="one-line tone-quiet" title={text}>
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Cell({ row, field }: { readonly row: Row; readonly field: string }) {
  const text = row.fields[field] ?? ''
  const before = row.original?.[field]
  const title = before === undefined ? text : words.original(before)
  return (
    <td title={title}>
      <span className={before === undefined ? 'import-clip' : 'import-clip import-changed'}>{text}</span>
    </td>
  )
}
