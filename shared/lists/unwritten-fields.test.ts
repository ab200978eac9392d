import { describe, expect, it } from 'vitest'
import { taskOf } from '../notice/choose.ts'
import { liaoning } from '../rules/submission.fixture.ts'
import type { ColumnUses } from './columns.ts'
import { unwrittenFields } from './unwritten-fields.ts'

const task = taskOf(liaoning, 'activities')
if (task?.kind !== 'table') throw new Error('no list')
const whole = (field: string) => ({ field, part: 'whole' }) as const
const uses: ColumnUses = [
  null,
  ...['name', 'time', 'place', 'host', 'brief'].map(whole),
  { field: 'contact', part: 'name-and-phone' },
]
const row = (fields: Record<string, string>) => ({ id: fields['name'] ?? '', fields })

describe('what a workbook has no column for', () => {
  it('is told with the rows that have something there', () => {
    const rows = [row({ name: 'a', undertake: '承办甲公司' }), row({ name: 'b', undertake: '乙', note: ' ' })]
    expect(unwrittenFields(task, { uses }, { rows })).toEqual([
      { field: 'undertake', label: '承办单位', required: false, rows: 2 },
    ])
  })

  it('is told of an optional field only where it is turned on', () => {
    const rows = [row({ name: 'a', unit: '浑南区科协' })]
    expect(unwrittenFields(task, { uses }, { rows })).toEqual([])
    expect(unwrittenFields(task, { uses }, { rows, columns: ['unit'] })).toMatchObject([
      { field: 'unit', rows: 1 },
    ])
  })

  it('is told of a required field even where nothing is written yet', () => {
    expect(unwrittenFields(task, { uses: uses.slice(0, 3) }, { rows: [] })).toMatchObject([
      { field: 'place' },
      { field: 'host' },
      { field: 'brief' },
      { field: 'contact' },
      { field: 'phone' },
    ])
  })
})
