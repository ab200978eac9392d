import { useLayoutEffect, useRef } from 'react'
import type { Row } from '../../../../shared/project/submission.ts'
import { useTask, useTaskDraft } from '../../../app/session-context.tsx'
import { TextCount } from '../../detail/text-count.tsx'
import { useSheet, useSheetState } from '../sheet/sheet-context.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'
import { RowFindings } from './row-findings.tsx'
import { RowOrigins } from './row-origins.tsx'
import './row-detail.css'

interface Props {
  readonly task: string
  readonly row: Row
  readonly index: number
  /** Of the active cell. */
  readonly field: string
  readonly acts: ListActs
}

/** One activity: the active cell's text in full, what was found, where it came from. */
export function RowDetail({ task: id, row, index, field: key, acts }: Props) {
  const sheet = useSheet()
  const task = useTask(id)
  const { rows } = useTaskDraft(id)
  const selected = useSheetState(({ box }) => (box ? box.bottom - box.top + 1 : 1))
  const field = task.fields.find((one) => one.key === key)
  const text = row.fields[key] ?? ''
  const name = (row.fields['name'] ?? '').trim()
  const scroll = useRef<HTMLDivElement>(null)
  // Another cell has its findings at the top.
  useLayoutEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0
  }, [key])
  return (
    <div className="detail-scroll" ref={scroll}>
      <button type="button" className="detail-back" onClick={() => sheet.select(undefined)}>
        <span aria-hidden="true">‹ </span>
        {words.backToBoard}
      </button>
      <header className="row-about">
        <p className="tabular">{words.place(index + 1, rows.length)}</p>
        <h2 className={name === '' ? 'tone-quiet' : undefined}>{name || words.untitled}</h2>
      </header>
      {selected > 1 && (
        <p className="row-selected">
          <b className="tabular">{words.selectedRows(selected)}</b>
          {words.selectedAdvice}
        </p>
      )}
      {field && (
        <section className="row-cell">
          <h3>
            {field.label}
            <TextCount task={task} field={field} text={text} />
          </h3>
          <p className={text === '' ? 'tone-quiet' : undefined}>{text === '' ? words.empty : text}</p>
          {field.hint && <small className="tone-quiet">{field.hint}</small>}
        </section>
      )}
      <RowFindings task={id} row={row} index={index} field={key} acts={acts} />
      <RowOrigins task={task} row={row} field={key} />
    </div>
  )
}
