import type { Field } from '../notice/field.ts'
import { plainLabel } from '../text/header-label.ts'
import { ownCells } from './own-cells.ts'
import type { RawLine } from './raw-table.ts'

const particular = /^([^:：]{2,12}?)\s*(?:[(（][^()（）]*[)）])?\s*[:：]\s*/u
/** A run of blanks, or the next label: 浑南区科协 填报人：张三. */
const end = /[\s_]{2,}|\s+(?=[^\s:：]{2,12}(?:[(（][^()（）]*[)）])?\s*[:：])|[\r\n]/u
const longest = 40
/** A line of particulars is no longer: 填报单位, 填报人, 联系电话, 填报日期. */
const longestLine = 200

/** Who reports, by a line above the header: `填报单位（盖章）：浑南区科协  填报人：…`. */
export function unitAbove(lines: readonly RawLine[], field: Field): string | undefined {
  const words = new Set([field.label, ...(field.synonyms ?? [])].map(plainLabel))
  for (const line of lines) {
    const texts = ownCells(line).map(({ text }) => text.slice(0, longestLine))
    for (const [index, text] of texts.entries()) {
      const label = particular.exec(text)
      if (label === null || !words.has(plainLabel(label[1] ?? ''))) continue
      const rest = text.slice(label[0].length).replace(/^[\s_]+/u, '')
      // The unit may stand in the next cell.
      const next = texts[index + 1] ?? ''
      const unit = (rest === '' && !/[:：]/u.test(next) ? next : (rest.split(end)[0] ?? '')).replace(
        /[_\s]+$/u,
        '',
      )
      if (unit !== '' && unit.length <= longest && !/[:：]/u.test(unit)) return unit
    }
  }
  return undefined
}
