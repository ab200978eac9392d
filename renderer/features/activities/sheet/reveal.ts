interface Wanted {
  readonly row: number
  /** Undefined where the place along the row does not matter. */
  readonly column: number | undefined
  readonly rowHeight: number
}

/** Scrolls the sheet as little as it needs for a cell to be seen beside the fixed header and columns. */
export function reveal(scroller: HTMLElement, { row, column, rowHeight }: Wanted): void {
  const heads = scroller.querySelectorAll<HTMLElement>('[role="columnheader"]')
  const headHeight = heads[0]?.offsetHeight ?? 0
  const room = scroller.clientHeight - headHeight
  const top = row * rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room
  // The first column does not scroll.
  const head = column === undefined || column === 0 ? undefined : heads[column + 1]
  if (!head) return
  const fixed = (heads[0]?.offsetWidth ?? 0) + (heads[1]?.offsetWidth ?? 0)
  const left = head.offsetLeft
  const right = left + head.offsetWidth
  if (left < scroller.scrollLeft + fixed) scroller.scrollLeft = left - fixed
  else if (right > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = right - scroller.clientWidth
}
