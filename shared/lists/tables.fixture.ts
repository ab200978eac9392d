import { taskNamed } from '../rules/submission.fixture.ts'
import type { ListTask } from './list-task.ts'
import { planImport, proposeChoice } from './plan-import.ts'
import type { RawCell, RawTable } from './raw-table.ts'

/** The notice's list of activities. */
export const activities: ListTask = (() => {
  const task = taskNamed('activities')
  if (task.kind !== 'table') throw new Error(task.kind)
  return task
})()

/** The text of the cell above, merged down to here. */
export const above = (text: string): RawCell => ({ text, from: 'above' })
/** The text of the cell to the left, merged over this one. */
export const beside = (text: string): RawCell => ({ text, from: 'beside' })
export const number = (text: string): RawCell => ({ text, is: 'number' })

/** A text merged over a whole line of cells. */
export const across = (text: string, width: number): RawCell[] => [
  text,
  ...Array.from({ length: width - 1 }, () => beside(text)),
]

/** A sheet; blank lines are left out, as readers do. */
export const sheet = (lines: readonly (readonly RawCell[])[], given: Partial<RawTable> = {}): RawTable => ({
  sheet: 'Sheet1',
  hidden: false,
  epoch: 1900,
  lines: lines.flatMap((cells, index) => (cells.length === 0 ? [] : [{ row: index + 1, cells: [...cells] }])),
  ...given,
})

export const header = [
  '序号',
  '活动名称',
  '活动时间',
  '活动地点',
  '主办单位',
  '活动内容简介',
  '联系人',
  '联系电话',
]

/** A line below `header` that keeps every rule. */
export const activity = (
  seq: string,
  name: string,
  given: { time?: string; place?: string } = {},
): string[] => [
  seq,
  name,
  given.time ?? '9月17日',
  given.place ?? '浑南区科技馆',
  '浑南区科协',
  '面向中小学生开展科普活动。',
  '张三',
  '13800000000',
]

/** The import that is proposed for the tables, put to an empty list. */
export const imported = (...tables: readonly RawTable[]) => {
  let made = 0
  return planImport(
    tables.map((table) => proposeChoice('浑南区.xlsx', table, activities)),
    { task: activities, rows: [], year: 2023, newId: () => `row-${(made += 1)}` },
  )
}
