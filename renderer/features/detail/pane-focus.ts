export const paneId = 'detail-pane'

/** Where the keyboard goes when the button under it goes away with its file. */
export function focusPane(): void {
  document.getElementById(paneId)?.focus({ preventScroll: true })
}
