import { type MouseEvent, useEffect, useMemo } from 'react'
import type { Place } from './range-moves.ts'
import { useSheet } from './sheet-context.ts'

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

/** So near to its edge the sheet begins to scroll while a selection is drawn, and so fast, in px. */
const edge = 28
const pace = 24

/** Clicks and drags: a cell, a block of cells, whole rows. */
export function useSheetMouse(scroller: () => HTMLElement | null) {
  const sheet = useSheet()
  const mouse = useMemo(() => {
    let anchor: Spot | undefined
    let last = { x: 0, y: 0 }
    let timer: ReturnType<typeof setInterval> | undefined
    const lastColumn = () => sheet.fields().length - 1

    const reach = (to: Place) => {
      if (!anchor) return
      const extent = anchor.head ? { row: to.row, column: lastColumn() } : { row: to.row, column: to.column }
      sheet.go(anchor, extent, anchor.head)
    }
    const drag = (event: globalThis.MouseEvent) => {
      // Released outside of the window.
      if (event.buttons === 0) return stop()
      last = { x: event.clientX, y: event.clientY }
      const spot = spotOf(event.target)
      if (spot) reach(spot)
    }
    const roll = () => {
      const box = scroller()
      if (!box) return
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
        const isExtending = event.shiftKey && at !== undefined
        anchor = isExtending ? { ...at, head: whole || spot.head } : spot
        if (isExtending && anchor.head) anchor = { ...anchor, column: 0 }
        if (isExtending || spot.head) reach(spot)
        else sheet.go(spot)
        sheet.focus()
        last = { x: event.clientX, y: event.clientY }
        timer = setInterval(roll, 50)
        window.addEventListener('mousemove', drag)
        window.addEventListener('mouseup', stop)
      },
      onDoubleClick(event: MouseEvent) {
        const spot = spotOf(event.target)
        if (spot && !spot.head) sheet.edit('opened')
      },
    }
  }, [sheet, scroller])
  useEffect(() => mouse.stop, [mouse])
  return mouse
}
