import { describe, expect, it } from 'vitest'
import { proposeUses } from '../../../../shared/lists/table-header.ts'
import { headerAt, headerLines, noHeader, samples } from './header-lines.ts'
import {
  automaticHeader,
  firstToLookAt,
  incomingTables,
  setHeader,
  setTaken,
  setUse,
  tableKey,
  tableState,
  takeAutomatic,
  toRemember,
  withSameHeaders,
} from './incoming-tables.ts'
import { activity, header, listTask, sheetOf } from './tables.fixture.ts'

const task = listTask()
const file = (name: string, tables: ReturnType<typeof sheetOf>[]) => ({ name, bytes: 1, tables })
const odd = [
  ['甲', '乙'],
  ['机器人展', '9月17日'],
]
const files = [
  file('一.xlsx', [sheetOf('表', [header, activity]), sheetOf('旧', [header, activity], true)]),
  file('二.xlsx', [sheetOf('表', [['活动清单'], header.slice(0, -2), activity.slice(0, -2)])]),
  file('三.xlsx', [sheetOf('表', odd)]),
]
const keys = {
  one: tableKey('一.xlsx', '表'),
  old: tableKey('一.xlsx', '旧'),
  odd: tableKey('三.xlsx', '表'),
}
const tables = incomingTables({ files }, task)
const stateOf = (key: string, all = tables) => {
  const table = all.find((one) => one.key === key)
  return table && tableState(table, task)
}
const spare = { field: 'note', part: 'whole' } as const

describe('tables on their way in', () => {
  it('tell how they were understood, the doubtful one first', () => {
    expect(tables.map((table) => tableState(table, task))).toEqual([
      'recognised',
      'hidden',
      'unsure',
      'no-header',
    ])
    expect(firstToLookAt(tables, task)?.key).toBe(tableKey('二.xlsx', '表'))
    expect(stateOf(keys.one, setTaken(tables, keys.one, false))).toBe('left-out')
    expect(stateOf(keys.old, setTaken(tables, keys.old, true))).toBe('recognised')
  })

  it('are corrected together where their headers are the same', () => {
    expect(withSameHeaders(tables, keys.one).map(({ key }) => key)).toEqual([keys.old])
    const change = { key: keys.one, column: 8, use: spare }
    const both = setUse(tables, { ...change, together: true }, task)
    expect(both.filter(({ isCorrected }) => isCorrected).map(({ key }) => key)).toEqual([keys.one, keys.old])
    const alone = setUse(tables, { ...change, together: false }, task)
    expect(alone.filter(({ isCorrected }) => isCorrected).map(({ key }) => key)).toEqual([keys.one])
    const back = takeAutomatic(both, { key: keys.one, together: true }, task)
    expect(back[0]?.choice.uses).toEqual(proposeUses(header, task))
  })

  it('take the line that the clerk names as the header', () => {
    const [one] = setHeader(tables, keys.odd, (table) => headerAt(table, 0), task).slice(-1)
    expect(one?.choice).toMatchObject({ header: { first: 0, last: 0, labels: ['甲', '乙'] }, taken: true })
    const [lost] = setHeader(tables, keys.odd, automaticHeader(task), task).slice(-1)
    expect(lost?.choice).toMatchObject({ header: undefined, uses: [], taken: false })
  })

  it('are remembered where the clerk has corrected them, once for equal headers', () => {
    expect(toRemember(tables)).toEqual([])
    const corrected = setUse(tables, { key: keys.one, column: 8, use: spare, together: true }, task)
    expect(toRemember(setTaken(corrected, keys.old, true)).map(({ uses }) => uses[8])).toEqual([spare])
    expect(toRemember(setTaken(corrected, keys.one, false))).toEqual([])
  })

  it('say where what is remembered was used, and keep it', () => {
    const remembered = [...proposeUses(header, task).slice(0, -1), spare]
    const known = incomingTables(
      { files: [{ ...file('一.xlsx', []), tables: [{ ...sheetOf('表', [header, activity]), remembered }] }] },
      task,
    )
    expect(known[0]).toMatchObject({ isRemembered: true, isCorrected: false })
    expect(toRemember(known)).toHaveLength(1)
    expect(takeAutomatic(known, { key: keys.one, together: false }, task)[0]?.isRemembered).toBe(false)
  })
})

describe('the lines of a table', () => {
  const table = {
    lines: [
      { row: 2, cells: ['清单', { text: '清单', from: 'beside' as const }] },
      { row: 5, cells: ['名称', ' 时\n间 '] },
      { row: 6, cells: ['甲', ''] },
      { row: 7, cells: ['甲', '9月'] },
    ],
  }
  it('are told in a few words, a merged text once', () => {
    expect(
      headerLines(table)
        .map(({ row, text }) => `${row} ${text}`)
        .slice(0, 2),
    ).toEqual(['2 清单', '5 名称 时 间'])
  })
  it('give different texts of a column as samples', () => {
    expect(samples(table, 1, 0)).toEqual(['甲'])
    expect(samples(table, 1, 1)).toEqual(['9月'])
  })
})

describe('a table without a header', () => {
  it('has columns that the clerk names, which are remembered for no other table', () => {
    const [one] = setHeader(tables, keys.odd, (table) => headerAt(table, noHeader), task).slice(-1)
    expect(one?.choice.header).toMatchObject({ first: -1, last: -1 })
    expect(one?.choice.uses.every((use) => use === null)).toBe(true)
    expect(toRemember(one ? [one] : [])).toEqual([])
    expect(withSameHeaders(one ? [one, ...tables] : [], keys.odd)).toEqual([])
  })
})
