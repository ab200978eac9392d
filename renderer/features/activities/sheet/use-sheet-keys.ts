import { type KeyboardEvent, useMemo } from 'react'
import { moveOf, placeAfter, tabAfter } from './range-moves.ts'
import { useSheet } from './sheet-context.ts'
import type { Cell, Sheet } from './sheet-state.ts'
import type { ListActs } from './use-list-acts.ts'

interface SheetKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** By the pointer, or from elsewhere, the clerk goes on in the sheet: Tab leads from cell to cell again. */
  readonly stay: () => void
}

/** Keys in the sheet, in a cell's text and between the cells. */
export function useSheetKeys(acts: ListActs, page: () => number): SheetKeys {
  const sheet = useSheet()
  return useMemo(() => {
    /** Where a line of Tab has led, and the column in which it began: Enter goes back under that. */
    let line: { readonly home: string; readonly to: Cell | undefined } | undefined
    const home = (active: Cell | undefined): string | undefined =>
      line?.to && active && line.to.row === active.row && line.to.field === active.field
        ? line.home
        : undefined
    /** After Escape Tab leaves the sheet from anywhere. */
    let leaving = false

    const size = () => ({ rows: sheet.rows().length, columns: sheet.fields().length })
    const ground = () => ({
      size: size(),
      page: page(),
      isFilled: ({ row, column }: { readonly row: number; readonly column: number }) =>
        (sheet.rows()[row]?.fields[sheet.fields()[column]?.key ?? ''] ?? '').trim() !== '',
    })

    const tab = (event: KeyboardEvent) => {
      const { at, active } = sheet.store.getState()
      const to = at && tabAfter(at, event.shiftKey, size())
      // Behind the last cell Tab leaves the sheet, as it leaves a form.
      if (!to || leaving) return sheet.writing()?.flush()
      event.preventDefault()
      const began = home(active) ?? active?.field ?? ''
      sheet.go(to)
      line = { home: began, to: sheet.store.getState().active }
    }
    const enter = (event: KeyboardEvent) => {
      event.preventDefault()
      const { at, active } = sheet.store.getState()
      if (!at) return
      const under = home(active)
      if (under !== undefined && !event.shiftKey && at.row === size().rows - 1) {
        // Whoever writes row by row goes on with the next; from a blank row there is nowhere to go on to.
        sheet.writing()?.flush()
        if (Object.values(sheet.rows()[at.row]?.fields ?? {}).some((text) => text.trim() !== ''))
          return acts.addRow()
      }
      const column = under === undefined ? at.column : sheet.fields().findIndex(({ key }) => key === under)
      const row = Math.max(0, Math.min(size().rows - 1, at.row + (event.shiftKey ? -1 : 1)))
      sheet.go({ row, column: Math.max(0, column) })
    }
    const arrow = (event: KeyboardEvent): boolean => {
      const { at, extent } = sheet.store.getState()
      const move = moveOf({ key: event.key, control: event.ctrlKey || event.metaKey })
      if (!move || !at) return false
      event.preventDefault()
      const from = (event.shiftKey && placeOf(sheet, extent)) || at
      const to = placeAfter(move, from, ground())
      if (event.shiftKey) sheet.go(at, to, sheet.store.getState().whole)
      else sheet.go(to)
      return true
    }

    const inText = (event: KeyboardEvent, mode: 'typed' | 'opened') => {
      const { key, altKey: alt, ctrlKey, metaKey } = event
      const control = ctrlKey || metaKey
      const area = sheet.writing()?.area()
      if (key === 'Escape') {
        event.preventDefault()
        sheet.writing()?.restore()
        sheet.edit(false)
      } else if (key === 'Enter' && alt) {
        event.preventDefault()
        area?.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end')
        area?.dispatchEvent(new Event('input', { bubbles: true }))
      } else if (key === 'Enter' && control) {
        event.preventDefault()
        acts.addRow()
      } else if (key === 'Enter') enter(event)
      else if (key === 'Tab') tab(event)
      else if (key === 'F2') sheet.edit(mode === 'typed' ? 'opened' : 'typed')
      else if (control && 'zy'.includes(key.toLowerCase())) {
        // The step back is the window's (app/shortcuts.ts); it must know the last letters.
        sheet.writing()?.flush()
        sheet.edit(false)
      } else if (mode === 'typed' && !control && !alt && key.startsWith('Arrow')) arrow(event)
    }

    const betweenCells = (event: KeyboardEvent) => {
      const { key, altKey: alt, shiftKey: shift, ctrlKey, metaKey } = event
      const control = ctrlKey || metaKey
      const done = (act: () => void) => {
        event.preventDefault()
        act()
      }
      const { at, box } = sheet.store.getState()
      if (!at || !box) return
      if (alt && (key === 'ArrowUp' || key === 'ArrowDown'))
        return done(() => acts.moveRows(key === 'ArrowUp' ? -1 : 1))
      if (alt) return
      if (arrow(event)) return
      if (key === 'Tab') return tab(event)
      if ((key === 'Enter' && control) || (key === 'Insert' && !shift && !control)) return done(acts.addRow)
      if (key === 'Enter') return enter(event)
      if (key === 'F2') return done(() => sheet.edit('opened'))
      if (key === 'Delete' || key === 'Backspace') return done(acts.clear)
      if (key === 'Escape') {
        // Of several cells the first Escape leaves one, and the next one leaves the sheet.
        if (box.top !== box.bottom || box.left !== box.right) done(() => sheet.go(at))
        else leaving = true
        return
      }
      if (!control) return
      if (key.toLowerCase() === 'a')
        return done(() =>
          sheet.go({ row: 0, column: 0 }, { row: size().rows - 1, column: size().columns - 1 }, true),
        )
      // The browser would make a bookmark.
      if (key.toLowerCase() === 'd') return done(acts.fillDown)
    }

    const onKeyDown = (event: KeyboardEvent) => {
      const { nativeEvent } = event
      if (event.defaultPrevented || nativeEvent.isComposing || nativeEvent.keyCode === 229) return
      const { editing } = sheet.store.getState()
      if (!['Tab', 'Shift', 'Escape'].includes(event.key)) leaving = false
      if (editing) inText(event, editing)
      else betweenCells(event)
    }
    return { onKeyDown, stay: () => (leaving = false) }
  }, [sheet, acts, page])
}

function placeOf(sheet: Sheet, cell: { readonly row: string; readonly field: string } | undefined) {
  if (!cell) return undefined
  const row = sheet.rows().findIndex(({ id }) => id === cell.row)
  const column = sheet.fields().findIndex(({ key }) => key === cell.field)
  return row < 0 || column < 0 ? undefined : { row, column }
}
