interface Edges {
  readonly top: number
  readonly bottom: number
  readonly right: number
}

/** Between the cell and the list, and between the list and the edge of the sheet, in px. */
const gap = 8

/**
 * Where a cell's list of choices opens: below where it fits or where there is more room than above, else above, and no
 * higher than that room.
 *
 * @param room what is seen of the sheet
 */
export function choicePlace(
  cell: Edges & { readonly left: number },
  room: Edges,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly isAbove: boolean; readonly isEndwards: boolean; readonly height: number } {
  const below = room.bottom - cell.bottom - gap
  const above = cell.top - room.top - gap
  const isAbove = below < height && above > below
  return {
    isAbove,
    isEndwards: cell.left + width > room.right,
    height: Math.max(0, Math.min(height, isAbove ? above : below)),
  }
}
