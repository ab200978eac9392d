import { Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../../../shared/findings.ts'
import { suggestedCell } from '../../../../shared/lists/mend-cell.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { openListDialog } from '../../../state/list-dialog.ts'
import { WaiveForm } from '../../detail/waive-form.tsx'
import { words as detailWords } from '../../detail/wording.ts'
import { useTurnTo } from '../rows/use-problems.ts'
import { useSheet } from '../sheet/sheet-context.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'
import { textAbove } from './text-above.ts'

interface Props {
  readonly task: string
  readonly rows: readonly Row[]
  readonly row: Row
  readonly index: number
  readonly finding: Finding
  readonly waivable: boolean
  readonly acts: ListActs
}

/** What can be done about a finding in a row, the best way first. */
export function RowMends({ task, rows, row, index, finding, waivable, acts }: Props) {
  const sheet = useSheet()
  const turnTo = useTurnTo(task)
  const [waiving, setWaiving] = useState(false)
  const { field } = finding.subject
  const text = field === undefined ? '' : (row.fields[field] ?? '')
  const suggestion = suggestedCell(finding, text)
  const above =
    field !== undefined && finding.code === 'phrase-vague' ? textAbove(rows, index, field) : undefined
  const write = (next: string) => {
    if (field === undefined) return
    acts.setValues([{ id: row.id, fields: { [field]: next } }], words.changed)
    sheet.focus()
  }
  const others =
    finding.code === 'row-repeated' || finding.code === 'row-alike'
      ? finding.actual.others.flatMap((id) => {
          const at = rows.findIndex((one) => one.id === id)
          return at < 0 ? [] : [{ id, number: at + 1 }]
        })
      : []
  if (waiving)
    return (
      <WaiveForm
        task={task}
        finding={finding}
        onDone={() => setWaiving(false)}
        onCancel={() => setWaiving(false)}
      />
    )
  return (
    <div className="detail-acts">
      {suggestion !== undefined && (
        <Button onClick={() => write(suggestion)}>{words.changeTo(suggestion)}</Button>
      )}
      {above !== undefined && (
        <Button onClick={() => write(above)} title={above} className="row-mend-above">
          {words.sameAsAbove(above)}
        </Button>
      )}
      {others.slice(0, 3).map(({ id, number }) => (
        <Button
          key={id}
          onClick={() => turnTo({ row: id, field: sheet.store.getState().active?.field ?? 'name' })}
        >
          {words.goRow(number)}
        </Button>
      ))}
      {finding.code === 'row-alike' && (
        <Button type="text" onClick={() => openListDialog({ at: 'alike', task })}>
          {words.compare}
        </Button>
      )}
      {others.length > 0 && (
        <Button type="text" onClick={() => acts.removeRows([row.id])}>
          {words.removeThis}
        </Button>
      )}
      {field !== undefined && suggestion === undefined && above === undefined && (
        <Button
          type="text"
          onClick={() => {
            turnTo({ row: row.id, field })
            // Once it is drawn.
            requestAnimationFrame(() => sheet.edit('opened'))
          }}
        >
          {words.edit}
        </Button>
      )}
      {waivable && (
        <Button type="text" onClick={() => setWaiving(true)}>
          {detailWords.waive}
        </Button>
      )}
    </div>
  )
}
