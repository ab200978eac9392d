import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Field } from '../../../../shared/notice/field.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { fieldText } from '../../media/block-edits.ts'
import { words } from '../wording.ts'
import { ChoiceList, type Choosing, matchingChoices } from './choice-list.tsx'
import { useSheet, useSheetState } from './sheet-context.ts'

interface Props {
  readonly field: Field
  /** The row's number, for those who hear the cell. */
  readonly number: number
  readonly value: string
  readonly invalid: boolean
  readonly onCommit: (text: string) => void
}

/**
 * The active cell's text field. It is there and has the keyboard before anything is written, empty and unseen, so that an
 * input method begins with its first letter; that letter takes the place of what stood in the cell.
 */
export function CellEditor({ field, number, value, invalid, onCommit }: Props) {
  const sheet = useSheet()
  const editing = useSheetState((state) => state.editing)
  const { draft, text } = useDraft(value, onCommit)
  const area = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [chosen, setChosen] = useState<number>()
  /** What stood in the cell when writing began; a pause hands on what is written, and Escape takes it back. */
  const before = useRef(value)
  /** Writing began with an input method's first letter: given up, it has not begun. */
  const tentative = useRef(false)

  useLayoutEffect(() => {
    const { takesFocus, leave } = sheet.host({
      flush: draft.flush,
      restore() {
        draft.write(before.current)
        draft.flush()
      },
      focus: () => area.current?.focus({ preventScroll: true }),
      area: () => area.current,
    })
    if (takesFocus) area.current?.focus({ preventScroll: true })
    return leave
  }, [sheet, draft])
  // Opened, the text is gone on with at its end. What was begun by typing still goes back to what stood there first.
  const wasEditing = useRef(editing)
  useLayoutEffect(() => {
    const was = wasEditing.current
    wasEditing.current = editing
    if (editing !== 'opened') return
    if (!was) before.current = draft.text()
    const end = draft.text().length
    area.current?.setSelectionRange(end, end)
  }, [editing, draft])
  useLayoutEffect(() => {
    if (editing) area.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [editing, text])

  const begin = () => {
    before.current = draft.text()
    setChosen(undefined)
    sheet.edit('typed')
  }
  const write = (event: ChangeEvent<HTMLTextAreaElement>) => {
    if (!editing) begin()
    draft.write(fieldText(field, event.target.value))
  }
  const stopWriting = () => {
    draft.restore()
    sheet.edit(false)
  }
  const choices =
    editing && field.choices ? matchingChoices(field.choices, editing === 'opened' ? '' : text) : []
  const at = chosen ?? (editing === 'typed' && text.trim() !== '' ? 0 : choices.indexOf(text))
  const pick: Choosing['onPick'] = (choice) => {
    draft.write(choice)
    draft.flush()
    sheet.edit(false)
    area.current?.focus()
  }
  const pressInList = (event: KeyboardEvent): boolean => {
    // An input method chooses its own words by these keys.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return false
    if (choices.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return false
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      setChosen((Math.max(at, step === 1 ? -1 : 0) + step + choices.length) % choices.length)
      event.preventDefault()
      return true
    }
    const choice = choices[at]
    if ((key === 'Enter' || key === 'Tab') && !event.altKey && choice !== undefined) draft.write(choice)
    return false
  }

  return (
    <>
      <textarea
        ref={area}
        className={`sheet-editor${editing ? ' sheet-editor-on' : ''}${field.type === 'paragraph' ? ' sheet-editor-long' : ''}`}
        aria-label={words.cell(field.label, number, editing ? '' : value)}
        aria-invalid={invalid}
        {...(field.choices && {
          role: 'combobox',
          'aria-expanded': choices.length > 0,
          'aria-controls': choices.length > 0 ? list : undefined,
          'aria-activedescendant': choices.length > 0 && at >= 0 ? `${list}-${at}` : undefined,
        })}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        value={editing ? text : ''}
        onChange={write}
        onCompositionStart={() => {
          tentative.current = !editing
          if (!editing) {
            begin()
            draft.write('')
          }
          draft.compose()
        }}
        onCompositionEnd={({ currentTarget }) => {
          draft.composed()
          if (tentative.current && currentTarget.value === '') stopWriting()
          tentative.current = false
        }}
        onKeyDown={pressInList}
        onBlur={() => {
          draft.flush()
          // The clerk may only look at another window.
          if (document.hasFocus()) sheet.edit(false)
        }}
        onDoubleClick={() => sheet.edit('opened')}
        onMouseDown={(event: MouseEvent) => {
          if (!editing) return
          event.stopPropagation()
          sheet.edit('opened')
        }}
        // In a text the clipboard is the text's.
        onCopy={(event: ClipboardEvent) => editing && event.stopPropagation()}
        onCut={(event: ClipboardEvent) => editing && event.stopPropagation()}
        onPaste={(event: ClipboardEvent) => editing && event.stopPropagation()}
      />
      {field.choices && !editing && (
        <button
          type="button"
          className="sheet-open"
          tabIndex={-1}
          aria-label={words.openChoices(field.label)}
          title={words.openChoices(field.label)}
          onMouseDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
            sheet.edit('opened')
            sheet.focus()
          }}
        />
      )}
      {choices.length > 0 && <ChoiceList id={list} choices={choices} at={at} onPick={pick} />}
    </>
  )
}
