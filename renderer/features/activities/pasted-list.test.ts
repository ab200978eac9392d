import { describe, expect, it } from 'vitest'
import type { ListTask } from '../../../shared/lists/table-header.ts'
import { taskNamed } from '../../../shared/rules/submission.fixture.ts'
import { pastedRows, pastedTables } from './pasted-list.ts'

const list = (): ListTask => {
  const task = taskNamed('activities')
  if (task.kind !== 'table') throw new Error('no list')
  return task
}
const newId = () => 'new'

describe('a table pasted into an empty list', () => {
  it('is looked over first where a header tells what its columns hold', () => {
    const table = [
      ['序号', '时间', '活动名称', '地点'],
      ['1', '9月17日', '科普讲座', '省科技馆'],
    ]
    const read = pastedTables(table, list())
    expect(read?.files[0]?.tables[0]?.lines).toHaveLength(2)
    expect(pastedTables(table.slice(1), list())).toBeUndefined()
  })

  it('goes into the columns in their order otherwise, without a running number before it', () => {
    const table = [['1', '科普讲座', '9月17日'], ['2', '展览\n展示', ''], ['']]
    expect(pastedRows(table, list(), newId).map(({ fields }) => fields)).toEqual([
      { name: '科普讲座', time: '9月17日' },
      { name: '展览 展示' },
    ])
    expect(pastedRows([['科普讲座', '9月17日']], list(), newId)[0]?.fields).toEqual({
      name: '科普讲座',
      time: '9月17日',
    })
  })
})
