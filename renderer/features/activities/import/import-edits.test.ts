import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '../../../../shared/lists/plan-import.ts'
import { columnsToShow, importEdits, skippedByReason, takenByTable } from './import-edits.ts'
import { tableKey } from './incoming-tables.ts'
import { pasteText, reportLines } from './report-text.ts'
import { listTask } from './tables.fixture.ts'

const task = listTask()
const at = (sheet: string, row: number) => ({ file: '一.xlsx', sheet, row })
const plan: ImportPlan = {
  added: [
    { id: 'a', fields: { name: '甲', unit: '沈河区科协', region: ' ' }, origins: [at('表', 2), at('旧', 7)] },
  ],
  changed: [{ id: 'z', fields: { name: '乙', url: 'http://x' } }],
  report: {
    files: [{ name: '一.xlsx', read: 5, kept: 1 }],
    read: 5,
    kept: 1,
    merged: [{ origin: at('旧', 7), into: at('表', 2) }, { origin: at('旧', 8) }],
    skipped: [
      { ...at('表', 1), reason: 'header', text: '活动\t名称' },
      { ...at('表', 3), reason: 'total', text: '合计' },
      { ...at('旧', 1), reason: 'header', text: '' },
    ],
  },
}
const record = { id: 'i', at: '2023-08-20T01:02:03.000Z' }

describe('an import', () => {
  it('shows the optional columns that it fills and that are not shown', () => {
    expect(columnsToShow(task, plan, []).map(({ key }) => key)).toEqual(['unit', 'url'])
    expect(columnsToShow(task, plan, ['unit']).map(({ key }) => key)).toEqual(['url'])
  })

  it('is one list of edits, with its report', () => {
    const edits = importEdits({ task, plan, record, shown: ['url', 'email'], show: ['unit'] })
    expect(edits.map(({ type }) => type)).toEqual(['add-rows', 'put-rows', 'set-columns', 'record-import'])
    expect(edits[2]).toMatchObject({ columns: ['unit', 'url', 'email'] })
    const nothing = { added: [], changed: [], report: plan.report }
    expect(importEdits({ task, plan: nothing, record, shown: [], show: [] })).toHaveLength(1)
  })

  it('counts lines by table and by reason', () => {
    expect([...takenByTable(plan)]).toEqual([
      [tableKey('一.xlsx', '表'), 1],
      [tableKey('一.xlsx', '旧'), 2],
    ])
    expect(skippedByReason(plan.report.skipped)).toEqual([
      ['header', 2],
      ['total', 1],
    ])
  })

  it('is told line by line, and as text for Excel', () => {
    const lines = reportLines(plan.report)
    expect(lines.map(({ sheet, row, reason }) => `${sheet}${row} ${reason}`)).toEqual([
      '旧7 merged',
      '旧8 merged',
      '表3 total',
      '表1 header',
      '旧1 header',
    ])
    expect(pasteText([['行', ' 活动\t名称\n'], ['1']])).toBe('行\t活动 名称\r\n1')
  })
})
