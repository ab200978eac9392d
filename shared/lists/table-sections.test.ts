import { describe, expect, it } from 'vitest'
import { planImport, proposeChoice } from './plan-import.ts'
import { activities as task, sheet } from './tables.fixture.ts'
import type { RawTable } from './raw-table.ts'

const brief = '组织学生参观展厅，动手体验互动展品。'
const upper = [
  ['填报单位：和平区科协'],
  ['活动名称', '活动时间', '活动地点', '主办单位', '镇街'],
  ['科普大篷车', '9月17日', '第一小学', '和平区科协', '南湖街道'],
]
const imported = (
  table: RawTable,
  change: (uses: ReturnType<typeof proposeChoice>) => typeof uses = (one) => one,
) => {
  let id = 0
  return planImport([change(proposeChoice('a.xlsx', table, task))], {
    task,
    rows: [],
    year: 2023,
    newId: () => `${(id += 1)}`,
  })
}
const fieldsOf = ({ added }: ReturnType<typeof imported>) => added.map(({ fields }) => fields)

describe('tables under one another on one sheet', () => {
  const lower = [
    ['填报单位：沈河区科协'],
    ['活动地点', '活动名称', '活动时间', '主办单位', '内容简介'],
    ['北陵公园', '湿地观鸟', '9月18日', '沈河区科协', brief],
  ]

  it('are each read by their own header, with whoever reports above it', () => {
    const plan = imported(sheet([...upper, ...lower]))
    expect(fieldsOf(plan)).toMatchObject([
      { name: '科普大篷车', place: '第一小学', host: '和平区科协', unit: '和平区科协' },
      { name: '湿地观鸟', place: '北陵公园', host: '沈河区科协', brief, unit: '沈河区科协' },
    ])
    expect(plan.report).toMatchObject({ read: 6, kept: 2 })
    expect(plan.report.skipped.map(({ row, reason }) => [row, reason])).toContainEqual([5, 'header'])
  })

  it('follow what the clerk has said of a column that both have', () => {
    const again = [['镇街', '活动名称', '活动时间'], ['五里河街道', '湿地观鸟', '9月18日']] // prettier-ignore
    const plan = imported(sheet([...upper, ...again]), (choice) => ({
      ...choice,
      uses: choice.uses.map((use, column) => (column === 4 ? { field: 'region', part: 'whole' } : use)),
    }))
    expect(fieldsOf(plan).map(({ region }) => region)).toEqual(['南湖街道', '五里河街道'])
  })

  it('are one table where the header only comes once more', () => {
    const plan = imported(
      sheet([...upper, ...upper.slice(1, 2), ['星空露营', '9月19日', '棋盘山', '甲', '']]),
    )
    expect(fieldsOf(plan).map(({ name }) => name)).toEqual(['科普大篷车', '星空露营'])
  })

  it('are not made out of a row that says words of headers', () => {
    const odd = ['项目', '9月20日', '科技馆', '主办单位', '内容']
    expect(fieldsOf(imported(sheet([...upper, odd]))).map(({ name }) => name)).toEqual(['科普大篷车', '项目'])
  })
})

describe('a table without a header', () => {
  it('is read from its first line by what the clerk says of its columns', () => {
    const table = sheet([
      ['科普大篷车', '9月17日'],
      ['湿地观鸟', '9月18日'],
    ])
    const uses = [{ field: 'name', part: 'whole' } as const, { field: 'time', part: 'whole' } as const]
    const plan = imported(table, (choice) => ({
      ...choice,
      header: { first: -1, last: -1, labels: ['', ''] },
      uses,
      taken: true,
    }))
    expect(fieldsOf(plan).map(({ name, time }) => [name, time])).toEqual([
      ['科普大篷车', '2023年9月17日'],
      ['湿地观鸟', '2023年9月18日'],
    ])
  })
})

describe('a stroke in a cell', () => {
  it('says that there is nothing', () => {
    const table = sheet([
      ['活动名称', '活动时间', '承办单位'],
      ['科普大篷车', '9月17日', '/'],
    ])
    expect(fieldsOf(imported(table))).toEqual([{ name: '科普大篷车', time: '2023年9月17日' }])
  })
})

describe('a group over two columns', () => {
  it('does not stand in the way of what the columns say themselves', () => {
    const table = sheet([
      ['活动名称', '活动时间', '联系人及电话', { text: '联系人及电话', from: 'beside' }],
      [{ text: '活动名称', from: 'above' }, { text: '活动时间', from: 'above' }, '姓名', '电话'],
      ['科普大篷车', '9月17日', '张三', '13804011234'],
    ])
    expect(fieldsOf(imported(table))).toMatchObject([{ contact: '张三', phone: '13804011234' }])
  })
})
