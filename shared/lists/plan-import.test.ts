import { describe, expect, it } from 'vitest'
import type { Row } from '../project/submission.ts'
import { ImportReport } from './import-report.ts'
import { planImport, proposeChoice } from './plan-import.ts'
import type { RawCell, RawTable } from './raw-table.ts'
import {
  above,
  across,
  activities,
  activity,
  beside,
  header,
  imported,
  number,
  sheet,
} from './tables.fixture.ts'

const lines = (...more: readonly (readonly RawCell[])[]) => sheet([header, ...more])
const names = (plan: { readonly added: readonly Row[] }) => plan.added.map(({ fields }) => fields['name'])
/** Row number and reason of what was passed over, the header excepted. */
const skipped = (plan: ReturnType<typeof imported>) =>
  plan.report.skipped.filter(({ row }) => row > 1).map(({ row, reason }) => `${row} ${reason}`)

const put = (tables: readonly RawTable[], rows: readonly Row[], file = '浑南区.xlsx') => {
  let made = 0
  return planImport(
    tables.map((table) => proposeChoice(file, table, activities)),
    { task: activities, rows, year: 2023, newId: () => `new-${(made += 1)}` },
  )
}

describe('a line that is no row of the list', () => {
  it.each<[string, readonly RawCell[], string]>([
    ['a header on the next page', header, 'header'],
    ['the numbers of columns', ['1', '2', '3', '4', '5', '6', '7', '8'], 'header'],
    ['an example by its number', activity('示例', '科普讲座'), 'example'],
    ['an example by 例', activity('例', '科普讲座'), 'example'],
    ['an example by 例如：', activity('例如：', '科普讲座'), 'example'],
    ['an example in brackets', activity('（示例）', '科普讲座'), 'example'],
    ['an example to fill in by', activity('填写示例', '科普讲座'), 'example'],
    ['a sample', activity('样例1', '科普讲座'), 'example'],
    ['an example by its name', activity('1', '（示例）科普讲座'), 'example'],
    ['an example before its name', activity('', '示例：科普讲座'), 'example'],
    ['a total', ['合计', '', '', '', '60项'], 'total'],
    ['a spread total', ['合  计', '60'], 'total'],
    ['a total in one text', across('共计：60项', 8), 'total'],
    ['a number of activities', ['', '共60项活动'], 'total'],
    ["a county's total", ['', '浑南区小计', '', '', '12项'], 'total'],
    ['who filled it in', ['填表人：张三', '', '审核人：李四', '', '填报日期：2023年8月25日'], 'signature'],
    ['labels beside names', ['填报人：', '张三', '', '审核人：', '李四'], 'signature'],
    ['who signs', ['', '负责人（签字）：', '', '', '单位盖章'], 'signature'],
    ['a contact below', ['', '联系人：张三', '联系电话：024-23221703'], 'signature'],
    ['a seal', ['', '', '', '', '浑南区科协（盖章）'], 'signature'],
    ['a blank day', ['', '', '', '', '', '2023年  月  日'], 'signature'],
    ['all in one cell', across('填表人：张三   审核人：李四   2023年8月25日', 8), 'signature'],
    ['a note', ['注：1.请于8月25日前报送'], 'remark'],
    ['a merged note', across('说明：本表由各区县科协填写', 8), 'remark'],
    ['how to fill it in', ['填表说明'], 'remark'],
    ['a text merged over the line', across('以下为线上活动', 8), 'remark'],
    ['a section', ['一、主场活动'], 'remark'],
    ['a note behind a star', ['', '★以上活动均需预约'], 'remark'],
    ['a note with a phone', ['', '注：请提前预约', '', '', '', '', '', '024-23221703'], 'remark'],
    ['a number alone', ['7'], 'no-activity'],
    ['a number with a merged one', [above('3'), '', ''], 'no-activity'],
  ])('%s is told as such', (_, line, reason) => {
    const plan = imported(lines(activity('1', '科普讲座'), line, activity('2', '科普展览')))
    expect(skipped(plan)).toEqual([`3 ${reason}`])
    expect(names(plan)).toEqual(['科普讲座', '科普展览'])
  })

  it('stands above the header', () => {
    const plan = imported(sheet([['附件2'], across('重点活动清单', 8), header, activity('1', '科普讲座')]))
    expect(plan.report.skipped.map(({ row, reason, text }) => [row, reason, text])).toEqual([
      [1, 'title', '附件2'],
      [2, 'title', '重点活动清单'],
      [3, 'header', header.join(' ').slice(0, 40)],
    ])
  })

  it('goes on below a note', () => {
    const plan = imported(
      lines(activity('1', '科普讲座'), ['', '注：'], ['', '1.每项活动填一行'], ['', '2.请勿合并单元格']),
    )
    expect(skipped(plan)).toEqual(['3 remark', '4 remark', '5 remark'])
  })

  it.each([
    ['an activity that shows lessons', activity('1', '示例课展示')],
    ['an activity named after adding up', activity('1', '合计一下：生活中的数学')],
    ['an activity with 例 in its name', activity('1', '例行科普讲座')],
    [
      'one with a label before its contact',
      activity('1', '科普讲座').map((t) => (t === '张三' ? '联系人：张三' : t)),
    ],
    ['one whose name begins like a note', activity('1', '说明书里的科学')],
    ['one without a number', activity('', '科普讲座')],
    ['one of which only the name is known', ['1', '科普讲座']],
    ['one named after a sum', activity('1', '共60项科普活动进校园')],
    ['one with a star and a time', ['', '★科普嘉年华', '9月17日']],
    ['one with an asterisk and a place', ['', '*科普大讲堂', '', '市图书馆']],
    ['one that adds up without an end', ['', `合计${'1'.repeat(400)}x项`]],
    ['one with a dated name', activity('1', '2023年9月17日主场活动')],
  ])('is not %s', (_, line) => {
    expect(names(imported(lines(line)))).toEqual([line[1]])
  })

  it('is not a full row that begins with a seal', () => {
    const [, ...fields] = activity('1', '科普讲座')
    const plan = imported(
      sheet([
        ['报送单位', ...header.slice(1)],
        ['浑南区科协（盖章）', ...fields],
      ]),
    )
    expect(names(plan)).toEqual(['科普讲座'])
  })

  it('is every line of a sheet that is hidden, left out or not understood', () => {
    const table = lines(activity('1', '科普讲座'))
    const hidden = imported({ ...table, hidden: true })
    expect(hidden.report.skipped.map(({ reason }) => reason)).toEqual(['hidden-sheet', 'hidden-sheet'])
    const strange = imported(sheet([['通讯录'], ['张三', '13800000000']]))
    expect(strange.report.skipped.map(({ reason }) => reason)).toEqual(['no-header', 'no-header'])
    const choice = { ...proposeChoice('a.xlsx', table, activities), taken: false }
    const left = planImport([choice], { task: activities, rows: [], year: 2023, newId: () => 'x' })
    expect(left.report).toMatchObject({ read: 2, kept: 0, files: [{ name: 'a.xlsx', read: 2, kept: 0 }] })
    expect(left.report.skipped.map(({ reason }) => reason)).toEqual(['left-out', 'left-out'])
  })
})

describe('a merged cell', () => {
  it('over several lines counts for each of them', () => {
    const first = activity('1', '科普讲座', { place: '一小' })
    const second = [above('1'), above('科普讲座'), above('9月17日'), '二小', ...first.slice(4).map(above)]
    const plan = imported(lines(first, second))
    expect(plan.added.map(({ fields }) => [fields['name'], fields['place']])).toEqual([
      ['科普讲座', '一小'],
      ['科普讲座', '二小'],
    ])
  })

  it('makes no row of a line that has nothing of its own', () => {
    const first = activity('1', '科普讲座')
    expect(skipped(imported(lines(first, first.map(above))))).toEqual(['3 no-activity'])
  })

  it('over several columns counts once', () => {
    const line = [
      '1',
      '科普讲座',
      '9月17日',
      '浑南区科技馆',
      beside('浑南区科技馆'),
      '面向中小学生。',
      '张三',
      '13800000000',
    ]
    expect(imported(lines(line)).added[0]?.fields['host']).toBeUndefined()
  })
})

describe('the same written twice', () => {
  it('is one row with both origins', () => {
    const plan = imported(lines(activity('1', '科普讲座'), activity('2', '科普 讲座。')))
    expect(plan.added).toHaveLength(1)
    expect(plan.added[0]?.origins).toMatchObject([
      { file: '浑南区.xlsx', sheet: 'Sheet1', row: 2 },
      { file: '浑南区.xlsx', sheet: 'Sheet1', row: 3 },
    ])
    expect(plan.report.merged).toEqual([
      {
        origin: { file: '浑南区.xlsx', sheet: 'Sheet1', row: 3 },
        into: { file: '浑南区.xlsx', sheet: 'Sheet1', row: 2 },
      },
    ])
  })

  it.each([
    ['fuller', 0, 1],
    ['shorter', 1, 0],
  ])('and once with less becomes the fuller, the %s one first', (_, first, second) => {
    const full = activity('1', '科普讲座')
    const both = [full, full.with(7, '')]
    const plan = imported(lines(both[first] ?? [], both[second] ?? []))
    expect(plan.added.map(({ fields }) => fields['phone'])).toEqual(['13800000000'])
    expect(plan.report.merged).toHaveLength(1)
  })

  it('stays two rows where something contradicts or the activity is not told', () => {
    const full = activity('1', '科普讲座')
    expect(imported(lines(full, full.with(7, '13900000000'))).added).toHaveLength(2)
    expect(imported(lines(full.with(6, ''), full.with(7, ''))).added).toHaveLength(2)
    expect(imported(lines(full, full.with(3, ''))).added).toHaveLength(2)
  })

  it('adds nothing when the same file comes again, not even after a field was mended', () => {
    const table = lines(activity('1', '科普讲座'), activity('2', '科普展览', { time: '9月中旬' }))
    const { added } = imported(table)
    const again = put([table], added)
    expect(again).toMatchObject({ added: [], changed: [], report: { read: 3, kept: 0 } })
    expect(again.report.merged).toHaveLength(2)
    const edited = added.map((row) => ({ ...row, fields: { ...row.fields, time: '2023年9月20日' } }))
    expect(put([lines(activity('1', '科普讲座'))], edited)).toMatchObject({ added: [], changed: [] })
  })

  it('from another file is noted in the row that was there, which keeps its id', () => {
    const table = lines(activity('1', '科普讲座'))
    const { added } = imported(table)
    const { changed, report } = put([table], added, '沈河区.xlsx')
    expect(changed.map(({ id, origins }) => [id, origins?.map(({ file }) => file)])).toEqual([
      ['row-1', ['浑南区.xlsx', '沈河区.xlsx']],
    ])
    expect(report.merged).toHaveLength(1)
  })

  it('by the clerk is told without an origin to merge into', () => {
    const { added } = imported(lines(activity('1', '科普讲座')))
    const own = added.map(({ id, fields }) => ({ id, fields }))
    expect(put([lines(activity('1', '科普讲座'))], own).report.merged).toEqual([
      { origin: { file: '浑南区.xlsx', sheet: 'Sheet1', row: 2 } },
    ])
  })
})

describe('an import', () => {
  it('takes the unit from above the header where no column has it', () => {
    const unitOf = (...title: readonly RawCell[]) =>
      imported(sheet([title, header, activity('1', '科普讲座')])).added[0]?.fields['unit']
    expect(unitOf('填报单位（盖章）：浑南区科协   填报人：张三')).toBe('浑南区科协')
    expect(unitOf('填报单位：浑南区科协 联系电话：024-23221703')).toBe('浑南区科协')
    expect(unitOf('报送单位：', '沈河区科协', '', '填报人：')).toBe('沈河区科协')
    expect(unitOf('填报单位：____浑南区科协____')).toBe('浑南区科协')
    expect(unitOf('填报单位（盖章）：　　填报人：张三')).toBeUndefined()
    expect(unitOf('2023年科普日清单')).toBeUndefined()
  })

  it('follows what was remembered for the headers', () => {
    const table = lines(activity('1', '科普讲座'))
    const remembered = header.map((_, column) =>
      column === 1 ? { field: 'brief', part: 'whole' as const } : null,
    )
    const choice = proposeChoice('a.xlsx', { ...table, remembered }, activities)
    expect(choice.uses).toBe(remembered)
    expect(proposeChoice('a.xlsx', { ...table, remembered: [null] }, activities).uses).toHaveLength(8)
  })

  it('accounts for every line', () => {
    const tables = [
      lines(activity('1', '科普讲座'), activity('2', '科普讲座'), ['合计'], [' '], ['', '', '']),
      { ...lines(activity('1', '科普展览'), ['9']), sheet: 'Sheet2' },
      { ...lines(activity('1', '科普报告')), sheet: 'Sheet3', hidden: true },
    ]
    const { report } = imported(...tables)
    expect(ImportReport.parse(report)).toEqual(report)
    expect(report.read).toBe(report.kept + report.merged.length + report.skipped.length)
    expect(report).toMatchObject({ read: 9, kept: 2, files: [{ name: '浑南区.xlsx', read: 9, kept: 2 }] })
  })

  it('takes five thousand rows, whether all are alike or none', () => {
    const many = (name: (index: number) => string) =>
      lines(
        ...Array.from({ length: 5_000 }, (_, index) =>
          activity(String(index + 1), name(index)).with(6, name(index)),
        ),
      )
    for (const table of [many((index) => `科普讲座${index}`), many(() => '科普讲座')]) {
      const choice = proposeChoice('a.xlsx', table, activities)
      let made = 0
      const { report } = planImport([choice], {
        task: activities,
        rows: [],
        year: 2023,
        newId: () => String((made += 1)),
      })
      expect(report.kept + report.merged.length).toBe(5_000)
    }
  })

  it('tells how many of the rows taken are hidden', () => {
    const table = lines(activity('1', '科普讲座'), activity('2', '科普讲座'), activity('3', '科普展览'), [
      '合计',
    ])
    const hidden = { ...table, lines: table.lines.map((line) => ({ ...line, hidden: line.row > 2 })) }
    const { report } = imported(hidden)
    expect(report.files).toEqual([{ name: '浑南区.xlsx', read: 5, kept: 2, hiddenRows: 1 }])
    expect(ImportReport.parse(report)).toEqual(report)
    expect(imported(table).report.files).toEqual([{ name: '浑南区.xlsx', read: 5, kept: 2 }])
  })

  it('reads what a cell is', () => {
    const { added } = imported(
      lines(activity('1', '科普讲座').map((text, column) => (column === 2 ? number('45186') : text))),
    )
    expect(added[0]).toMatchObject({ fields: { time: '2023年9月17日' }, original: { time: '45186' } })
  })
})
