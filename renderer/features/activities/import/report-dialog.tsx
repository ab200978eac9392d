import { Button, Modal, Select, Table } from 'antd'
import { useMemo, useState } from 'react'
import type { Origin } from '../../../../shared/project/origin.ts'
import { nameField } from '../../../../shared/lists/list-task.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { wallClock } from '../../../../shared/text/wall-clock.ts'
import { dateText } from '../../../../shared/wording/measures.ts'
import { useSession, useTaskDraft } from '../../../app/session-context.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { placeText } from '../place-text.ts'
import { skippedByReason } from './import-edits.ts'
import { namesByOrigin, pasteText, type ReportLine, reportLines } from './report-text.ts'
import { words } from './wording.ts'
import './report.css'

/** What became of every table that was taken in: which lines were merged or passed over, and why. */
export function ReportDialog({ task, onClose }: { readonly task: ListTask; readonly onClose: () => void }) {
  const { notice } = useSession()
  const { imports = [], rows } = useTaskDraft(task.id)
  const latest = imports.toReversed()
  const [chosen, choose] = useState(latest[0]?.id)
  const record = latest.find(({ id }) => id === chosen) ?? latest[0]
  const lines = useMemo(
    () => (record ? reportLines(record.report, namesByOrigin(rows, nameField(task))) : []),
    [record, rows, task],
  )
  const time = (at: string) => {
    const clock = wallClock(new Date(at), notice.utcOffset)
    return `${dateText(clock.slice(0, 10))} ${clock.slice(11, 16)}`
  }
  const outcome = ({ reason, into }: ReportLine) =>
    reason === 'merged' ? mergedText(into) : words.reason(reason)
  const asText = () =>
    pasteText([
      [words.file, words.sheet, words.row, words.outcome, words.reportText],
      ...lines.map((line) => [line.file, line.sheet, String(line.row), outcome(line), line.text]),
    ])
  return (
    <Modal
      open
      centered
      width={980}
      title={words.reportTitle}
      onCancel={onClose}
      className="import-report"
      footer={
        <>
          {record && (
            <CopyButton size="large" text={asText()} what={words.copyReportWhat} label={words.copyReport} />
          )}
          <Button type="primary" size="large" autoFocus onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      {latest.length > 1 && (
        <Select
          aria-label={words.whichImport}
          value={record?.id}
          onChange={choose}
          options={latest.map(({ id, at, report }) => ({
            value: id,
            label: words.importAt(time(at), report.kept),
          }))}
        />
      )}
      {!record ? (
        <p>{words.noReports}</p>
      ) : (
        <>
          {latest.length === 1 && (
            <p className="tabular">{words.importAt(time(record.at), record.report.kept)}</p>
          )}
          <p className="import-report-sum tabular">
            {words.read(record.report.read)} ＝ <b>{words.kept(record.report.kept)}</b> ＋{' '}
            {words.merged(record.report.merged.length)} ＋ {words.skipped(record.report.skipped.length)}
            <span className="tone-quiet">{words.reasons(skippedByReason(record.report.skipped))}</span>
          </p>
          <details>
            <summary>{words.filesRead}</summary>
            <ul className="import-report-files tabular">
              {record.report.files.map(({ name, read, kept }) => (
                <li key={name}>
                  <span>{name}</span>
                  <span>{words.fileLine(read, kept)}</span>
                </li>
              ))}
            </ul>
          </details>
          {lines.length > 0 && (
            <Table<ReportLine>
              size="small"
              sticky
              rowKey="key"
              dataSource={lines}
              pagination={lines.length > 200 ? { pageSize: 100, showSizeChanger: false } : false}
              columns={[
                { title: words.file, dataIndex: 'file', width: '24%' },
                { title: words.sheet, dataIndex: 'sheet', width: 110 },
                { title: words.row, dataIndex: 'row', width: 60, align: 'right' },
                {
                  title: words.outcome,
                  key: 'reason',
                  width: '26%',
                  render: (_, line) => outcome(line),
                  filters: [...new Set(lines.map(({ reason }) => reason))].map((value) => ({
                    value,
                    text: reasonName(value),
                  })),
                  onFilter: (value, { reason }) => reason === value,
                },
                {
                  title: words.reportText,
                  dataIndex: 'text',
                  render: (text: string) => (
                    <span className="import-clip tone-quiet" title={text}>
                      {text}
                    </span>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </Modal>
  )
}

const reasonName = (reason: ReportLine['reason']): string =>
  reason === 'merged' ? words.mergedName : words.reason(reason)

const mergedText = (into: Origin | undefined): string =>
  into ? words.mergedInto(placeText(into)) : words.mergedIntoList
