import type { RawTable } from '../../../../shared/lists/raw-table.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { taskNamed } from '../../../../shared/rules/submission.fixture.ts'

/** The list of activities of the shipped notice. */
export function listTask(): ListTask {
  const task = taskNamed('activities')
  if (task.kind !== 'table') throw new Error('no list')
  return task
}

/** A sheet of plain texts. */
export const sheetOf = (sheet: string, lines: readonly (readonly string[])[], hidden = false): RawTable => ({
  sheet,
  hidden,
  epoch: 1900,
  lines: lines.map((cells, index) => ({ row: index + 1, cells: [...cells] })),
})

export const header = [
  '序号',
  '活动名称',
  '活动时间',
  '活动地点',
  '举办单位',
  '内容',
  '联系人',
  '电话',
  '备用',
]
export const activity = [
  '1',
  '机器人展',
  '9月17日',
  '科技馆',
  '沈河区科协',
  '看机器人跳舞、下棋',
  '张三',
  '15041455447',
  '无',
]
