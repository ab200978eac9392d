import type { WorkbookMap } from './workbook-map.ts'
import { changeTags } from './xml-text.ts'

/**
 * Parts of a workbook with formulas, so that they are calculated anew: 合计 must not show what it came to while the table
 * was blank. The order of calculation names cells that have moved: it is told to nobody any more, and Excel makes another.
 */
export function withoutCalculated(name: string, text: () => string, map: WorkbookMap): string | undefined {
  if (name === map.workbook) return calculatedAnew(text())
  if (name === '[Content_Types].xml' || name === map.workbook.replace(/([^/]+)$/, '_rels/$1.rels'))
    return changeTags(text(), 'Override|Relationship', (tag) => (/calcChain/.test(tag) ? '' : tag))
  return undefined
}

function calculatedAnew(workbook: string): string {
  if (/<calcPr(?=[\s/>])/.test(workbook))
    return changeTags(
      workbook,
      'calcPr',
      (tag) =>
        `<calcPr fullCalcOnLoad="1"${tag.slice('<calcPr'.length).replace(/\sfullCalcOnLoad="[^"]*"/, '')}`,
    )
  const ends = ['</definedNames>', '</externalReferences>', '</functionGroups>', '</sheets>']
  const end = ends.find((tag) => workbook.includes(tag))
  return end === undefined ? workbook : workbook.replace(end, `${end}<calcPr fullCalcOnLoad="1"/>`)
}
