import { useCallback, useMemo } from 'react'
import type { Row } from '../../../../shared/project/submission.ts'
import { requirementById } from '../../../../shared/notice/choose.ts'
import { useTask, useTaskDraft, useVerdict } from '../../../app/session-context.tsx'
import { CheckMark } from '../../../ui/check-mark.tsx'
import { openFindings, waivedFindings } from '../../detail/arrange-findings.ts'
import { FindingCard } from '../../detail/finding-card.tsx'
import { MissingCard } from '../../detail/missing-card.tsx'
import { WaivedList } from '../../detail/waived-list.tsx'
import { useSheet } from '../sheet/sheet-context.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'
import { rowCards } from './row-cards.ts'
import { RowMends } from './row-mends.tsx'

interface Props {
  readonly task: string
  readonly row: Row
  readonly index: number
  /** Of the active cell: its findings come first. */
  readonly field: string
  readonly acts: ListActs
}

/** All that was found of a row: the active cell's first, then the worst; what was decided last. */
export function RowFindings({ task: id, row, index, field, acts }: Props) {
  const sheet = useSheet()
  const task = useTask(id)
  const verdict = useVerdict(id)
  const { rows } = useTaskDraft(id)
  const judged = useMemo(() => verdict?.rows.get(row.id) ?? [], [verdict, row.id])
  const order = useMemo(() => task.fields.map(({ key }) => key), [task])
  const cards = useMemo(() => rowCards(openFindings(judged), field, order), [judged, field, order])
  const numbers = useMemo(() => new Map(rows.map((one, at) => [one.id, at + 1])), [rows])
  const rowName = useCallback(
    (other: string) => {
      const number = numbers.get(other)
      return number === undefined ? undefined : words.row(number)
    },
    [numbers],
  )
  const goTo = (key: string) => {
    sheet.select({ row: row.id, field: key })
    sheet.focus()
  }
  return (
    <div className="detail-findings" role="group" aria-label={words.findings}>
      {cards.map((card, at) =>
        card.kind === 'missing' ? (
          <MissingCard key="missing" task={id} card={card} onDecided={() => {}} onField={goTo} />
        ) : (
          <FindingCard
            key={`${card.shown.finding.rule} ${card.shown.finding.code} ${card.shown.finding.subject.field ?? ''}`}
            task={id}
            shown={card.shown}
            spread={at === 0}
            rowName={rowName}
            mends={
              <RowMends
                task={id}
                rows={rows}
                row={row}
                index={index}
                finding={card.shown.finding}
                waivable={requirementById(task, card.shown.finding.rule)?.waivable === true}
                acts={acts}
              />
            }
          />
        ),
      )}
      {verdict && cards.length === 0 && (
        <p className="detail-sound">
          <CheckMark size={16} /> {words.sound}
        </p>
      )}
      <WaivedList task={id} waived={waivedFindings(judged)} />
    </div>
  )
}
