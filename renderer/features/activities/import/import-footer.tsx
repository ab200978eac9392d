import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import type { ImportPlan } from '../../../../shared/lists/plan-import.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { useTaskDraft } from '../../../app/session-context.tsx'
import { columnsToShow, skippedByReason } from './import-edits.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: ListTask
  readonly plan: ImportPlan
  readonly isPlanning: boolean
  readonly onCancel: () => void
  /** @param show optional fields to be turned on */
  readonly onApply: (show: readonly string[]) => void
}

/** Where every line goes, and the button that takes them. */
export function ImportFooter({ task, plan, isPlanning, onCancel, onApply }: Props) {
  const { columns = [] } = useTaskDraft(task.id)
  const [showing, setShowing] = useState(true)
  const { report, changed } = plan
  const optional = columnsToShow(task, plan, columns)
  const isEmpty = report.kept === 0 && changed.length === 0
  return (
    <div className="import-footer">
      <div className="import-sum tabular" role="status" data-late={isPlanning || undefined}>
        {words.read(report.read)} ＝ <b>{words.kept(report.kept)}</b> ＋{' '}
        <span title={words.mergedWhy}>{words.merged(report.merged.length)}</span> ＋{' '}
        {report.skipped.length === 0 ? (
          words.skipped(0)
        ) : (
          <Popover
            trigger={['click', 'hover']}
            content={
              <ul className="import-reasons tabular">
                {skippedByReason(report.skipped).map(([reason, count]) => (
                  <li key={reason}>
                    {words.reason(reason)} <b>{count}</b>
                  </li>
                ))}
              </ul>
            }
          >
            <button type="button" className="import-sum-more">
              {words.skipped(report.skipped.length)}
            </button>
          </Popover>
        )}
      </div>
      {optional.length > 0 && (
        <Checkbox checked={showing} onChange={({ target }) => setShowing(target.checked)}>
          {words.showColumns(optional.map(({ label }) => label))}
        </Checkbox>
      )}
      <span className="import-space" />
      <Button size="large" onClick={onCancel}>
        {words.cancel}
      </Button>
      <Button
        type="primary"
        size="large"
        autoFocus
        disabled={isEmpty}
        onClick={() => onApply(showing ? optional.map(({ key }) => key) : [])}
      >
        {isEmpty
          ? report.merged.length > 0
            ? words.allKnown
            : words.nothingToTake
          : report.kept === 0
            ? words.applyMerged(report.merged.length)
            : words.apply(report.kept)}
      </Button>
    </div>
  )
}
