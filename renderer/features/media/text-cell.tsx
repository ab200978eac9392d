import { type ChangeEvent, type FocusEvent, type KeyboardEvent, memo, useId } from 'react'
import { within } from '../../../shared/notice/bound.ts'
import { countWords } from '../../../shared/text/word-count.ts'
import { fieldText } from './block-edits.ts'
import type { Column } from './columns.ts'
import { useCellText } from './use-cell-text.ts'
import { words } from './wording.ts'

interface Props {
  readonly item: string
  /** The file's name, for those who hear the cell. */
  readonly file: string
  readonly column: Column
  readonly value: string
  /** Of a file that stays out nothing is required. */
  readonly isOut: boolean
  /** What is wrong with the text, in a sentence. */
  readonly problem: string | undefined
  readonly onCommit: (item: string, field: string, text: string) => void
}
type Writing = HTMLTextAreaElement | HTMLInputElement

const isComposing = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229

/**
 * One text of one file: always a live field of the window, so that an input method works from the first letter. It
 * stands in the grid, which knows where the keys lead; here only the text is kept.
 */
export const TextCell = memo(function TextCell({
  item,
  file,
  column,
  value,
  isOut,
  problem,
  onCommit,
}: Props) {
  const { field, limit } = column
  const required = column.required && !isOut
  const choices = useId()
  const cell = useCellText(value, (text) => onCommit(item, field.key, text))
  const blank = cell.text.trim() === ''
  const count = limit && countWords(cell.text)
  const over = limit !== undefined && count !== undefined && !blank && !within(limit, count.words)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return event.stopPropagation()
    if (event.key === 'Escape') {
      if (cell.text !== value) event.stopPropagation()
      return cell.restore()
    }
    // Undo, fill-down and the moves work on the document: it must know the last letters. Ctrl+Z itself is the window's
    // (app/shortcuts.ts), here as everywhere: one history, not the browser's beside ours. It comes after this.
    if (event.ctrlKey || event.metaKey || event.key === 'Enter' || event.key === 'Tab') cell.flush()
  }
  const place = {
    'data-row': item,
    'data-field': field.key,
    'aria-label': words.cell(field.label, file),
    'aria-required': required,
    'aria-invalid': problem !== undefined || over,
    title: problem ?? (blank ? field.hint : undefined),
    value: cell.text,
    placeholder: required ? words.pleaseFill : undefined,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event: ChangeEvent<Writing>) => cell.write(fieldText(field, event.target.value)),
    onFocus: (event: FocusEvent<Writing>) => {
      cell.enter()
      event.target.closest('.media-box')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    onBlur: cell.flush,
    onPaste: cell.flush,
    onKeyDown,
    ...cell.composition,
  }
  const look = [
    'media-box',
    blank && 'media-box-empty',
    required && blank && 'media-box-blank',
    (problem !== undefined || over) && 'media-box-wrong',
    field.type === 'paragraph' && 'media-box-long',
    limit && 'media-box-counted',
  ]
  return (
    <div role="cell" className="media-cell">
      <div className={look.filter(Boolean).join(' ')}>
        {field.choices ? (
          <>
            <input {...place} list={choices} />
            <datalist id={choices}>
              {field.choices.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          </>
        ) : (
          <textarea {...place} rows={1} />
        )}
        {limit && count && (
          <span
            className={`media-count tabular${over ? ' tone-bad' : ''}`}
            title={words.countDetail(count.words, count.characters, limit)}
          >
            {limit.operator === '<=' || limit.operator === '<'
              ? words.count(count.words, limit.value)
              : words.countBare(count.words)}
          </span>
        )}
      </div>
    </div>
  )
})
