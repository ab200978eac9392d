import { useEffect, useRef } from 'react'
import { listDialog } from '../../state/list-dialog.ts'
import { useSheet } from './sheet/sheet-context.ts'
import type { Sheet } from './sheet/sheet-state.ts'

/** Brings the keyboard back when a dialog of the list is closed: to where it was, else to the sheet, else to the page. */
export function useReturnFocus(isOpen: boolean): void {
  const sheet = useSheet()
  const before = useRef<Element>(null)
  const wasOpen = useRef(isOpen)
  useEffect(
    // Heard at once: when the dialog is drawn it has the keyboard already.
    () =>
      listDialog.subscribe((now, last) => {
        if (now.open && !last.open) before.current = document.activeElement
      }),
    [],
  )
  useEffect(() => {
    if (wasOpen.current && !isOpen) returnFocus(before.current, sheet)
    wasOpen.current = isOpen
  }, [isOpen, sheet])
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

function returnFocus(before: Element | null, sheet: Sheet): void {
  // What closed the dialog may have led on.
  if (!isNowhere()) return
  // A message that led here goes away.
  if (before instanceof HTMLElement && before.closest('main')) before.focus({ preventScroll: true })
  if (isNowhere()) sheet.writing()?.focus()
  if (!isNowhere()) return
  // Not into a cell: its row would take the place of what the list lacks.
  const grid = document.querySelector<HTMLElement>('main [role="grid"]')
  if (grid) grid.tabIndex = -1
  const place =
    grid ?? document.querySelector<HTMLElement>('main :is(button, input, [tabindex]):not(:disabled)')
  place?.focus({ preventScroll: true })
}
