import { type ChangeEvent, memo, type MouseEvent } from 'react'
import type { DraftItem } from '../../../shared/project/document.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import { findingSentence } from '../../../shared/wording/finding-sentence.ts'
import { useFacts } from '../../app/session-context.tsx'
import type { ItemVerdict } from '../../state/item-verdict.ts'
import type { Column } from './columns.ts'
import { markOf } from './item-mark.ts'
import { TextCell } from './text-cell.tsx'
import { Thumbnail } from './thumbnail.tsx'
import { factsTexts, words } from './wording.ts'

/** How a click selects: one file more or less, or all up to it. */
export type Selecting = 'one' | 'range'

export interface RowActs {
  readonly onCommit: (item: string, field: string, text: string) => void
  readonly onSelect: (item: string, how: Selecting) => void
  readonly onCurrent: (item: string) => void
  readonly onDetails: (item: string) => void
}

interface Props {
  readonly item: DraftItem
  /** From 0. */
  readonly index: number
  /** Distance from the top, in px. */
  readonly top: number
  readonly verdict: ItemVerdict | undefined
  readonly columns: readonly Column[]
  readonly selected: boolean
  readonly current: boolean
  /** Tab comes to the head of one row only. */
  readonly stop: boolean
  readonly acts: RowActs
}

/** The clerk's own error in a field; that it is blank shows by itself. */
function problemOf(verdict: ItemVerdict | undefined, field: string): string | undefined {
  const own = verdict?.judged.find(
    ({ finding, waived }) =>
      waived === undefined &&
      finding.subject.field === field &&
      finding.severity === 'error' &&
      finding.code !== 'text-missing',
  )
  return own && findingSentence(own.finding)
}

/** A file: picture, names, its texts, and what the check says. */
export const GridRow = memo(function GridRow(props: Props) {
  const { item, index, top, verdict, columns, selected, current, stop, acts } = props
  const facts = useFacts(item.id)
  const file = baseName(item.relative)
  const mark = markOf(verdict)
  const name = verdict?.name?.name
  const isOut = verdict?.state === 'left-out'
  const tabIndex = stop ? 0 : -1
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) acts.onSelect(item.id, 'range')
    else if (event.ctrlKey || event.metaKey) acts.onSelect(item.id, 'one')
    else acts.onCurrent(item.id)
  }
  const onCheck = ({ nativeEvent }: ChangeEvent) =>
    acts.onSelect(item.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey ? 'range' : 'one')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-current={current || undefined}
      className={`media-row${selected ? ' media-row-selected' : ''}${current ? ' media-row-current' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="cell" className="media-cell media-pin">
        <button
          type="button"
          className="media-thumb"
          data-row={item.id}
          data-head=""
          tabIndex={tabIndex}
          onClick={onClick}
        >
          <span className="only-for-readers">{`${file}${selected ? words.selected : ''}`}</span>
          <Thumbnail item={item.id} relative={item.relative} />
        </button>
        <label className="media-tick">
          <input
            type="checkbox"
            checked={selected}
            tabIndex={tabIndex}
            aria-label={words.selectOne(file)}
            onChange={onCheck}
          />
        </label>
      </div>
      <div role="rowheader" className="media-cell media-pin media-names" onClick={onClick}>
        <strong className={isOut ? 'tone-quiet' : undefined} title={name ?? file}>
          {name ?? file}
        </strong>
        <span className="media-old" title={item.relative}>
          <span className="one-line">{item.relative.slice(0, -file.length)}</span>
          <span className="one-line">{file}</span>
        </span>
      </div>
      {columns.map((column) => (
        <TextCell
          key={column.field.key}
          item={item.id}
          file={file}
          column={column}
          value={item.fields[column.field.key] ?? ''}
          isOut={isOut}
          problem={problemOf(verdict, column.field.key)}
          onCommit={acts.onCommit}
        />
      ))}
      <div role="cell" className="media-cell media-pin media-last">
        <button
          type="button"
          className="media-check"
          tabIndex={tabIndex}
          title={words.details(file)}
          onClick={() => acts.onDetails(item.id)}
        >
          <b className={`tone-${mark.tone}`}>
            {mark.sign && <span aria-hidden="true">{mark.sign} </span>}
            {mark.text}
          </b>
          {mark.more !== undefined && <span>{mark.more}</span>}
          {facts && (
            <small className="tabular">
              {factsTexts(facts).map((text) => (
                <span key={text}>{text}</span>
              ))}
            </small>
          )}
        </button>
      </div>
    </div>
  )
})
