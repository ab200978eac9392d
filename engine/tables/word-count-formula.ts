import type { Bound } from '../../shared/notice/bound.ts'

/**
 * An Excel formula near to `countWords`: each character from U+2010 on is 1, each piece of half-width characters between
 * them or between spaces is 1. Where it cannot be computed (rare characters beyond U+FFFF in Excel, no UNICODE function
 * before Excel 2013) it falls back to the number of characters without spaces. Blank for a blank cell.
 */
export function wordCountFormula(cell: string, limit: Bound): string {
  const most = Math.max(500, ...figures(limit).map((figure) => figure * 4))
  // The text between a space and many: position n is what stands before position n + 1.
  const codes = (from: number) =>
    `_xlfn.UNICODE(MID(" "&${cell}&REPT(" ",${most}),ROW($${from}:$${most + from - 1}),1))`
  const wide = `(${codes(2)}>8207)`
  // 33 to 8207, said with one bound: 4120 lies in the middle.
  const startOfPiece = `(ABS(${codes(2)}-4120)<4088)*(ABS(${codes(1)}-4120)>4087)`
  const plain = `LEN(SUBSTITUTE(SUBSTITUTE(${cell}," ",""),CHAR(10),""))`
  const count = `IFERROR(SUMPRODUCT(${wide}+${startOfPiece}),${plain})`
  return `IF(LEN(${cell})=0,"",IF(LEN(${cell})>${most},${plain},${count}))`
}

/** An Excel condition: the count in the cell breaks the limit. A blank count breaks none. */
export function breaksLimit(cell: string, limit: Bound): string {
  const broken = () => {
    switch (limit.operator) {
      case '<=':
        return `${cell}>${limit.value}`
      case '<':
        return `${cell}>=${limit.value}`
      case '>=':
        return `${cell}<${limit.value}`
      case '>':
        return `${cell}<=${limit.value}`
      case '=':
        return `${cell}<>${limit.value}`
      case 'range':
        return `OR(${cell}<${limit.min},${cell}>${limit.max})`
    }
  }
  return `AND(ISNUMBER(${cell}),${broken()})`
}

const figures = (bound: Bound): number[] =>
  bound.operator === 'range' ? [bound.min, bound.max] : [bound.value]
