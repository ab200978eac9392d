import { App } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useMemo } from 'react'
import { type DraftItem, taskDraft } from '../../../shared/project/document.ts'
import { useSession } from '../../app/session-context.tsx'
import { taskViewOf } from '../../state/task-view.ts'
import { caretLines } from '../../ui/caret-lines.ts'
import { fillValues, pasteBlock, pastedTable } from './block-edits.ts'
import { type Caret, type Move, moveOf, type Place, placeAfter } from './cell-moves.ts'
import type { Column } from './columns.ts'
import type { Selecting } from './grid-row.tsx'
import type { ProjectActs } from './use-project-acts.tsx'
import { words } from './wording.ts'

interface Grid {
  readonly task: string
  readonly columns: readonly Column[]
  /** As they are on the screen now. */
  readonly rows: () => readonly DraftItem[]
  readonly acts: ProjectActs
  readonly onSelect: (item: string, how: Selecting) => void
  /** Brings the keyboard to a cell, or with `undefined` to the head of a row. */
  readonly focus: (item: string, field: string | undefined) => void
}
type Writing = HTMLTextAreaElement | HTMLInputElement

function caretOf(cell: Writing): Caret {
  const { selectionStart: from, selectionEnd: to, value } = cell
  const isPoint = from === to
  // In a field with choices the arrows go through the choices.
  const lines = cell instanceof HTMLTextAreaElement ? caretLines(cell) : { onFirst: false, onLast: false }
  return {
    atStart: isPoint && from === 0,
    atEnd: isPoint && to === value.length,
    onFirstLine: isPoint && lines.onFirst,
    onLastLine: isPoint && lines.onLast,
  }
}

const arrows: Readonly<Record<string, Move>> = {
  ArrowUp: 'above',
  ArrowDown: 'below',
  ArrowRight: 'right',
}

/** What keys and the clipboard do in the grid, beyond the text of one cell. */
export function useGridKeys({ task, columns, rows, acts, onSelect, focus }: Grid) {
  const { project, views } = useSession()
  const { message } = App.useApp()
  return useMemo(() => {
    const fields = columns.map(({ field }) => field)
    const placeOf = ({ dataset }: HTMLElement): Place | undefined => {
      const row = rows().findIndex(({ id }) => id === dataset['row'])
      return row < 0 ? undefined : { row, column: fields.findIndex(({ key }) => key === dataset['field']) }
    }
    const go = (event: KeyboardEvent, from: Place, move: Move) => {
      const to = placeAfter(move, from, { rows: rows().length, columns: fields.length })
      const item = to && rows()[to.row]
      if (item) focus(item.id, fields[to.column]?.key)
      // At the end Tab leaves the grid, as it leaves a form; Enter writes no line.
      if (item || event.key !== 'Tab') event.preventDefault()
    }

    /** As Excel does: with rows selected the cell's text goes into all of them, else the cell takes what stands above it. */
    const fillDown = (from: Place) => {
      const field = fields[from.column]
      const here = rows()[from.row]
      if (!field || !here) return
      const items = taskDraft(project.store.getState().document, task).items
      const textOf = (id: string | undefined) =>
        items.find((item) => item.id === id)?.fields[field.key]?.trim() ?? ''
      const { selected } = taskViewOf(views.store.getState(), task)
      const others = items.filter(({ id }) => selected.has(id) && id !== here.id)
      const value = textOf(others.length > 0 ? here.id : rows()[from.row - 1]?.id)
      // Nothing is no text to fill in: it would only take away.
      if (value === '') return void message.info(others.length > 0 ? words.fillNothing : words.nothingAbove)
      const targets = others.length > 0 ? others : [here]
      const values = fillValues(targets, field.key, value)
      if (values.length === 0) return
      if (others.length > 0 || textOf(here.id) !== '')
        acts.setValues(values, words.filled(field.label, values.length))
      else acts.write(here.id, field.key, value)
    }

    const inCell = (event: KeyboardEvent, cell: Writing, at: Place) => {
      const { key, shiftKey: shift, altKey: alt } = event
      const control = event.ctrlKey || event.metaKey
      if (control && !shift && !alt && key.toLowerCase() === 'd') {
        // The browser would make a bookmark.
        event.preventDefault()
        return fillDown(at)
      }
      const move = moveOf({ key, shift, alt, control }, () => caretOf(cell))
      if (move) go(event, at, move)
    }
    const onHead = (event: KeyboardEvent, item: string, at: Place) => {
      const { selected } = taskViewOf(views.store.getState(), task)
      const move = arrows[event.key]
      if (move && !event.ctrlKey && !event.altKey) {
        go(event, at, move)
        if (event.shiftKey && move !== 'right') {
          const next = placeAfter(move, at, { rows: rows().length, columns: 1 })
          const reached = next && rows()[next.row]
          if (reached) onSelect(reached.id, 'range')
        }
      } else if (event.key === ' ') {
        event.preventDefault()
        onSelect(item, event.shiftKey ? 'range' : 'one')
      } else if (event.key === 'Delete') {
        event.preventDefault()
        const gone = selected.has(item) ? selected : new Set([item])
        const isLeft = ({ id }: DraftItem) => !gone.has(id)
        const after = rows().slice(at.row).find(isLeft) ?? rows().slice(0, at.row).findLast(isLeft)
        acts.remove([...gone])
        if (after) focus(after.id, undefined)
      }
    }
    return {
      onKeyDown(event: KeyboardEvent) {
        const { target } = event
        if (!(target instanceof HTMLElement) || event.defaultPrevented) return
        const item = target.dataset['row']
        const at = placeOf(target)
        if (item === undefined || !at) return
        if ('head' in target.dataset) onHead(event, item, at)
        else if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)
          inCell(event, target, at)
      },
      onPaste(event: ClipboardEvent) {
        const { target, clipboardData } = event
        const isCell = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
        const at = isCell ? placeOf(target) : undefined
        const field = at && fields[at.column]
        if (!isCell || !field) return
        const table = pastedTable(
          { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') },
          field,
        )
        if (!table) return
        event.preventDefault()
        const [only = ''] = table[0] ?? []
        if (table.length === 1 && table[0]?.length === 1) {
          target.setRangeText(only, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
          target.dispatchEvent(new Event('input', { bubbles: true }))
          return
        }
        const { values, beyond } = pasteBlock(table, { rows: rows(), fields, at })
        if (values.length > 0) acts.setValues(values, words.pasted(values.length, beyond))
        else void message.info(words.nothingPasted)
      },
    }
  }, [task, columns, rows, acts, onSelect, focus, project, views, message])
}
