import { emptied, type SheetCell, type SheetRow } from './sheet-rows.ts'
import { changeElements, elementsIn } from './xml-elements.ts'
import { attribute } from './xml-text.ts'

/**
 * Formulas filled down a column are written once, at the first cell, and others refer to it (`si`, ECMA-376 part 1,
 * 18.3.1.40). Where that first one was cleared, the others would have Excel repair the file: they become what they last
 * came to, and blank in rows of the list.
 */
export function dropOrphans(
  rows: ReadonlyMap<number, SheetRow>,
  { first, last }: { readonly first: number; readonly last: number },
): void {
  const all = [...rows].flatMap(([row, { cells }]) =>
    [...cells].flatMap(([column, cell]) => {
      const shared = sharedIn(cell)
      return shared ? [{ row, cells, column, cell, ...shared }] : []
    }),
  )
  const whole = new Set(all.filter(({ written }) => written).map(({ group }) => group))
  for (const { row, cells, column, cell, group } of all) {
    if (whole.has(group)) continue
    const result = { ...cell, xml: changeElements(cell.xml, 'f', () => '') }
    cells.set(column, row >= first && row <= last ? emptied(cell) : result)
  }
}

/** The group of a shared formula, and whether it is the one that is written out. */
function sharedIn({ xml }: SheetCell): { readonly group: string; readonly written: boolean } | undefined {
  if (!xml.includes('shared')) return undefined
  const [formula] = elementsIn(xml, 'f')
  if (!formula || attribute(formula.tag, 't') !== 'shared') return undefined
  return { group: attribute(formula.tag, 'si') ?? '', written: formula.inside.trim() !== '' }
}
