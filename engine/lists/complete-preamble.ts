import type { Unit } from '../../shared/project/unit.ts'
import { widthOf } from '../../shared/paper/text-lines.ts'

/** What a label in the lines above a header asks for. */
const particulars: readonly (readonly [RegExp, (unit: Unit) => string])[] = [
  [
    /(?:填报|填表|报送|申报|推荐|上报|提供)?单位(?:名称)?\s*(?:[（(][^（()）]{0,6}章[^（()）]{0,2}[）)])?\s*[：:]/u,
    ({ name }) => name,
  ],
  [/(?:填报|填表|报送|联系|经办)人(?:姓名)?\s*[：:]/u, ({ contact }) => contact],
  [/(?:联系|办公)?(?:电话|手机号?|联系方式)\s*[：:]/u, ({ phone }) => phone],
]
/** Whatever ends with a colon is the next entry: 审核人：, 填报日期：. */
const anyLabel = /[^\s_：:]+\s*(?:[（(][^（()）]*[）)])?\s*[：:]/gu

/**
 * A line such as `填报单位（盖章）：____填报人：` with the unit's particulars behind its labels. Only blanks give way, and
 * what follows keeps its place as far as there are blanks; undefined where there is nothing to fill in.
 */
export function completePreamble(text: string, unit: Unit): string | undefined {
  let changed = false
  const labels = [...text.matchAll(anyLabel)]
  const parts = labels.map((match, index) => {
    const label = match[0]
    const after = match.index + label.length
    const room = text.slice(after, labels[index + 1]?.index ?? text.length)
    const value = particulars.find(([pattern]) =>
      new RegExp(`^(?:${pattern.source})$`, 'u').test(label),
    )?.[1](unit)
    if (value === undefined || !/^[\s_]*$/u.test(room)) return `${label}${room}`
    changed = true
    if (index === labels.length - 1) return `${label}${value}`
    const left = Math.max(Math.round(widthOf(room.replaceAll('_', ' ')) - widthOf(value)), 2)
    return `${label}${value}${'　'.repeat(left)}`
  })
  return changed ? `${text.slice(0, labels[0]?.index ?? 0)}${parts.join('')}` : undefined
}
