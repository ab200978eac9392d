import { expect, it } from 'vitest'
import type { PlannedItem, PlannedPart } from '../../../shared/packing/plan.ts'
import { taskNamed } from '../../../shared/rules/submission.fixture.ts'
import { partRows } from './part-rows.ts'
import { optionHint, partsLine, spaceText } from './plan-words.ts'

const task = taskNamed('media')
const megabyte = 1024 * 1024
const item = (number: number, kind: 'image' | 'video', megabytes: number): PlannedItem => ({
  item: `i${number}`,
  number,
  kind,
  path: `图片/沈阳市科协-${number}.jpg`,
  name: `沈阳市科协-${number}.jpg`,
  bytes: megabytes * megabyte,
})
const part = (
  index: number,
  items: readonly PlannedItem[],
  rest: Partial<PlannedPart> = {},
): PlannedPart => ({
  index,
  of: 3,
  fileName: `包${index}.zip`,
  way: 'attachment',
  items: [...items],
  ...rest,
})
const parts = [
  part(1, [item(1, 'image', 5), item(2, 'image', 5), item(3, 'video', 20)]),
  part(2, [item(4, 'image', 8)]),
  part(3, [item(5, 'video', 300)], { way: 'large', alone: true }),
]

it('shows what each part holds, how large it is and how it goes out', () => {
  const rows = partRows({ parts, cap: 45 * megabyte }, task, new Map([['i4', '启动仪式']]))
  expect(rows.map(({ contents }) => contents).slice(0, 2)).toEqual(['图片2张、视频1个', '图片“启动仪式”'])
  expect(rows.map(({ bytes }) => bytes / megabyte)).toEqual([30, 8, 300])
  expect(rows.map(({ way, other }) => [way, other])).toEqual([
    ['普通附件', false],
    ['普通附件', false],
    ['超大附件', true],
  ])
})

it('says why a file goes by itself', () => {
  const [, , alone] = partRows({ parts, cap: 45 * megabyte }, task, new Map())
  expect(alone?.contents).toContain('300 MB')
  expect(alone?.contents).toContain('45 MB')
})

it('names a file without a title by its name in the package', () => {
  const [, single] = partRows({ parts, cap: 45 * megabyte }, task, new Map([['i4', '']]))
  expect(single?.contents).toBe('图片“沈阳市科协-4”')
})

it('counts parts by the way they go, where there are several ways', () => {
  expect(partsLine(parts, task)).toBe('共 3 包：普通附件 2 个，超大附件 1 个')
  expect(partsLine(parts.slice(0, 2), task)).toBe('共 2 包')
})

it('says what a way means, and what room there is', () => {
  expect(optionHint({ plan: 'split', parts }, 45 * megabyte, task)).toContain('45 MB')
  expect(optionHint({ plan: 'big', parts }, 45 * megabyte, task)).toContain('30 天')
  expect(spaceText({ needed: 120 * megabyte })).toBe('需要 120.0 MB（留了余量）')
  expect(spaceText({})).toBe('')
  expect(spaceText({ needed: 120 * megabyte, free: 45 * 1024 * megabyte })).toBe(
    '需要 120.0 MB（留了余量），剩余 45.0 GB',
  )
})
