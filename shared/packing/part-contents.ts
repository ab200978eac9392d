import { countsProse } from './counts.ts'
import type { PlannedItem, PlannedPart } from './plan.ts'

/** Runs of numbers: 1至7、9、12至14. */
export function rangesText(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([first, last]) =>
      first === last ? `${first}` : `${first}${last === first + 1 ? '、' : '至'}${last}`,
    )
    .join('、')
}

/** What a part holds, by the numbers of the documents and by kind: 第8至14号，图片7张; empty where it holds documents only. */
export function partContents({ items }: Pick<PlannedPart, 'items'>): string {
  if (items.length === 0) return ''
  const count = (kind: PlannedItem['kind']) => items.filter((item) => item.kind === kind).length
  const [images, videos] = [count('image'), count('video')]
  const counts = countsProse({ total: items.length, images, videos, rows: 0 })
  return `第${rangesText(items.map(({ number }) => number))}号，${counts}`
}
