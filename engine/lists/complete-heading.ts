import type { Unit } from '../../shared/project/unit.ts'
import { completePreamble } from './complete-preamble.ts'
import type { BlankList } from './recognise-template.ts'
import type { SheetCells } from './sheet-cells.ts'
import type { WorkbookMap } from './workbook-map.ts'
import { attribute, unescaped } from './xml-text.ts'

/** Title and particulars above the header: a label followed by blanks gets the unit's entry. */
export function completeHeading(
  cells: SheetCells,
  { headerFirst, labels }: BlankList,
  map: WorkbookMap,
  unit: Unit,
): void {
  for (let row = 1; row < headerFirst; row += 1)
    for (const column of labels.keys()) {
      const text = plainText(cells.xmlOf(row, column + 1), map)
      const completed = text === undefined ? undefined : completePreamble(text, unit)
      if (completed !== undefined) cells.put(row, column + 1, completed, cells.styleOf(row, column + 1))
    }
}

/** The text of a cell; undefined where it is none, or one in several fonts: it would lose them. */
function plainText(cell: string, map: WorkbookMap): string | undefined {
  const type = attribute(/^<c[^>]*>/.exec(cell)?.[0] ?? '', 't')
  if (type === 'inlineStr') return textIn(cell)
  if (type !== 's') return undefined
  return textIn(map.sharedText(Number(/<v>(\d+)<\/v>/.exec(cell)?.[1] ?? -1)))
}

function textIn(xml: string): string | undefined {
  if (/<r[\s>]/.test(xml)) return undefined
  const text = /<t(?:\s[^>]*)?>([^<]*)<\/t>/.exec(xml)?.[1]
  return text === undefined ? undefined : unescaped(text)
}
