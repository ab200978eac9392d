import { type MouseEvent, useEffect, useMemo } from 'react'
import type { Place } from './range-moves.ts'
import { useSheet } from './sheet-context.ts'
import type { Cell } from './sheet-state.ts'

/** What the pointer is on: a cell, or the head of a row. */
interface Spot extends Place {
  readonly head: boolean
}

function spotOf(target: EventTarget | null): Spot | undefined {
  if (!(target instanceof Element)) return undefined
  const cell = target.closest<HTMLElement>('[data-column], [data-head]')
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (!cell || row === undefined) return undefined
  return {
    row: Number(row),
    column: Number(cell.dataset['column'] ?? 0),
    head: cell.dataset['head'] !== undefined,
  }
}

/** So far the pointer moves before a press is a drag, in px. */
const slack = 4
/** So near to its edge the sheet begins to scroll while a selection is drawn, and so fast, in px. */
const edge = 28
const pace = 24

/** Clicks and drags: a cell, a block of cells, whole rows. */
export function useSheetMouse(scroller: () => HTMLElement | null) {
  const sheet = useSheet()
  const mouse = useMemo(() => {
    /** Where the selection began, by what it is: rows may come and go under the pointer. */
    let anchor: { readonly cell: Cell; readonly head: boolean } | undefined
    let last = { x: 0, y: 0 }
    let isDragging = false
    let timer: ReturnType<typeof setInterval> | undefined
    /** The cell that was pressed last. */
    let pressed: Cell | undefined
    const isActive = ({ row, field }: Cell) => {
      const { active } = sheet.store.getState()
      return active?.row === row && active.field === field
    }
    const lastColumn = () => sheet.fields().length - 1

    const reach = (to: Place) => {
      const extent = anchor && sheet.cellAt({ row: to.row, column: anchor.head ? lastColumn() : to.column })
      if (anchor && extent) sheet.select(anchor.cell, extent, anchor.head)
    }
    const drag = (event: globalThis.MouseEvent) => {
      // Released outside of the window.
      if (event.buttons === 0) return stop()
      const { clientX: x, clientY: y } = event
      if (!isDragging && Math.hypot(x - last.x, y - last.y) < slack) return
      isDragging = true
      last = { x, y }
      const spot = spotOf(event.target)
      if (spot) reach(spot)
    }
    const roll = () => {
      const box = scroller()
      if (!box || !isDragging) return
      const { top, bottom, left, right } = box.getBoundingClientRect()
      const by = (at: number, from: number, to: number) =>
        at < from + edge ? -pace : at > to - edge ? pace : 0
      const [x, y] = [by(last.x, left, right), by(last.y, top + 40, bottom)]
      if (x === 0 && y === 0) return
      box.scrollBy(x, y)
      const inside = {
        x: Math.max(left + 2, Math.min(right - 20, last.x)),
        y: Math.max(top + 44, Math.min(bottom - 20, last.y)),
      }
      const spot = spotOf(document.elementFromPoint(inside.x, inside.y))
      if (spot) reach(spot)
    }
    const stop = () => {
      anchor = undefined
      clearInterval(timer)
      window.removeEventListener('mousemove', drag)
      window.removeEventListener('mouseup', stop)
    }
    return {
      stop,
      onMouseDown(event: MouseEvent) {
        const spot = spotOf(event.target)
        if (event.button !== 0 || !spot) return
        // The cell's text field takes the keyboard, and nothing on the page is marked.
        event.preventDefault()
        const { at, whole } = sheet.store.getState()
        // The second press of a double click means the cell of the first, though the sheet was scrolled to show it.
        const isSecond = event.detail > 1 && !event.shiftKey && pressed !== undefined && isActive(pressed)
        const isExtending = event.shiftKey && at !== undefined
        const head = spot.head || (isExtending && whole)
        const from = isExtending ? at : spot
        const cell = isSecond ? pressed : sheet.cellAt({ row: from.row, column: head ? 0 : from.column })
        if (!cell) return
        stop()
        pressed = head ? undefined : cell
        anchor = { cell, head }
        if (isExtending || head) reach(spot)
        else sheet.select(cell)
        sheet.focus()
        isDragging = false
        last = { x: event.clientX, y: event.clientY }
        timer = setInterval(roll, 50)
        window.addEventListener('mousemove', drag)
        window.addEventListener('mouseup', stop)
      },
      onDoubleClick(event: MouseEvent) {
        if (spotOf(event.target) && pressed && isActive(pressed)) sheet.edit('opened')
      },
    }
  }, [sheet, scroller])
  useEffect(() => mouse.stop, [mouse])
  return mouse
}
