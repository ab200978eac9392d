import { type Density, emOf, measures } from './density.ts'
import { type Html, markup } from './markup.ts'
import { breakLines } from './line-breaks.ts'
import { printableWidth } from './page-layout.ts'

/** Room for text in a form's columns, in em. */
export function columnsOf({ form }: Density) {
  const width = printableWidth('portrait')
  const { inset, label, first } = measures
  const em = (millimetres: number) => (millimetres - 2 * inset) / emOf(form.size) - 0.1
  return {
    label: em(label),
    wide: em(width - label),
    first: em(first),
    second: em(width - 2 * label - first),
  }
}

/** How many lines a row's label takes. */
export const labelLines = (text: string, density: Density): number =>
  labelParts(text).reduce((sum, part) => sum + breakLines(part, columnsOf(density).label).length, 0)

export const rowHeight = ({ form }: Density, lines: number): number =>
  Math.max(lines, 1) * form.line + 2 * form.space + measures.rule

/** 审核（请打√）: the hint stands below. */
const labelParts = (text: string): string[] => text.split(/(?=（)/u)

/** Four characters are a label's measure: shorter ones are spread to it. */
const spread = 4

export function labelCell(text: string): Html {
  const parts = labelParts(text).map((part) =>
    part.length > 1 && part.length <= spread && !part.startsWith('（')
      ? markup`<span class="spread">${part}</span>`
      : markup`<span class="label">${part}</span>`,
  )
  return markup`<th>${parts}</th>`
}
