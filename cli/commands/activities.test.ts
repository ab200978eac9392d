import { readFileSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ActivitiesJson, FaultJson, PackJson } from '../json.fixture.ts'
import { desk } from '../kepuri.fixture.ts'
import { header, sound, table } from '../list.fixture.ts'
import { member } from '../submission.fixture.ts'

const at = desk()
const counties = fileURLToPath(new URL('../../engine/lists/fixtures/counties/', import.meta.url))
const templates = path.join(counties, '../templates')
const expected = JSON.parse(readFileSync(path.join(counties, 'expected.json'), 'utf8')) as {
  readonly files: readonly { readonly name: string; readonly read: number; readonly kept: number }[]
  readonly totals: { readonly read: number; readonly kept: number; readonly merged: number }
  readonly hidden: { readonly names: readonly string[] }
}
const city = { name: '沈阳市科协', class: 'city', region: '沈阳市', contact: '张三', phone: '024-23221703' }
const reasons = ['time-outside', 'text-missing', 'phone-unreadable', 'phone-lost-digits']
const waived = reasons.flatMap((code) => ['--waive', `${code}=已电话核实`])
const activities = (...words: string[]) => ['activities', '县区', '--unit', 'unit.json', ...words]

beforeAll(async () => {
  await mkdir(at.path('县区'))
  for (const { name } of expected.files) await copyFile(path.join(counties, name), at.path('县区', name))
  await at.write('unit.json', JSON.stringify(city))
  await at.write('厅.json', JSON.stringify(member))
  await at.write('好.csv', table(header, ...sound))
  await at.write('怪.csv', table(header.replace('活动名称', '干啥'), ...sound))
  await at.write(
    '多.csv',
    table(`${header},报送单位,负责部门`, ...sound.map((line) => `${line},铁岭市科协,科普部`)),
  )
  const whole = readFileSync(path.join(counties, '01-和平区.xlsx'))
  await at.write('半个.xlsx', whole.subarray(0, whole.length >> 1))
  await at.write('照片.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
})

const written = async () => {
  const names = await readdir(at.path())
  return names.filter((name) => name.startsWith('写'))
}

describe.concurrent('ten workbooks as JSON', () => {
  it('give one list, every line accounted for, every row with its places', async () => {
    const { code, json, err } = await at.json(ActivitiesJson, ...activities())
    expect(code).toBe(1)
    const { files, read, kept, merged, mergedRows, skipped } = json.report
    expect({ read, kept, merged }).toMatchObject({
      read: expected.totals.read,
      kept: expected.totals.kept,
      merged: expected.totals.merged,
    })
    expect(files).toEqual(
      expected.files.map(({ name, read: all, kept: own }) => ({ name, read: all, kept: own })),
    )
    expect(read).toBe(kept + mergedRows.length + skipped.length)
    expect(json.rows).toHaveLength(kept)
    expect(json.counts).toMatchObject({ rows: kept, errors: 4 })
    expect(json.rows.filter(({ origins }) => origins.length > 1)).toHaveLength(merged)
    expect(err).toContain(`共 ${kept} 项活动；不合格 4 处`)
  })

  it('tell of a row by its number, and of other rows by theirs', async () => {
    const { json } = await at.json(ActivitiesJson, ...activities())
    const lost = json.findings.find(({ code }) => code === 'phone-lost-digits')
    const row = json.rows[(lost?.subject.row ?? 0) - 1]
    expect(row).toMatchObject({ name: '平罗湾湿地水质检测', origin: { file: '09-于洪区.xlsx', row: 5 } })
    const alike = json.findings.filter(({ code }) => code === 'row-alike')
    for (const { subject, actual, message } of alike) {
      const [other] = (actual as { readonly others: readonly number[] }).others
      expect(other).toBeLessThan(subject.row ?? 0)
      expect(message).toContain(json.rows[(other ?? 0) - 1]?.name)
    }
    expect(alike.length).toBeGreaterThan(1)
  })
})

describe.concurrent('the report for people', () => {
  it('names files, merged lines, reasons and places', async () => {
    const { code, out, err } = await at.run(...activities())
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('  01-和平区.xlsx：读到 13 行，收下 9 行')
    expect(out).toContain('没有用到的列：乡镇')
    expect(out).toContain('  10-辽中区.xlsx 汇总 第4行 并入 01-和平区.xlsx 清单 第6行')
    expect(out).toMatch(/跳过 38 行：表头上面的标题 11 行；表头 14 行；示例 1 行/)
    expect(out).toContain('  ! 03-皇姑区.xls 作废：隐藏的表，没有选；要用请加 --hidden')
    expect(out).toContain('07-苏家屯区.et Sheet1 第7行 心理健康减压工作坊\n  ✕ 还没有填写：联系人')
    expect(out).toMatch(
      /10-辽中区\.xlsx 汇总 第10行 .*\n.*与“01-和平区\.xlsx 清单 第13行 浑河湿地观鸟科普行”名称相近/,
    )
    expect(out).not.toMatch(/row-\d|undefined/)
  })
})

describe('hidden sheets', () => {
  it('are taken when they are asked for', async () => {
    const { json } = await at.json(ActivitiesJson, ...activities('--hidden'))
    const names = json.rows.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([...expected.hidden.names]))
    expect(names).toHaveLength(expected.totals.kept + expected.hidden.names.length)
    expect(json.report.skipped.filter(({ reason }) => reason === 'hidden-sheet')).toEqual([])
  })
})

describe('writing the list', () => {
  it('waits until no error is left', async () => {
    const Blocked = ActivitiesJson.extend(FaultJson.shape)
    const { code, json, err } = await at.json(Blocked, ...activities('--out', '写错'))
    expect(code).toBe(1)
    expect(json.fault).toEqual({ code: 'submission-has-errors', errors: 4 })
    expect(err).toContain(json.message)
    expect(await written()).toEqual([])
  })

  it('keeps what a reason is given for, and gives what pack gives', async () => {
    const Written = ActivitiesJson.extend(PackJson.shape)
    const { code, json } = await at.json(Written, ...activities('--out', '写好', ...waived))
    expect(code).toBe(0)
    expect(json).toMatchObject({ planned: expected.totals.kept, packed: expected.totals.kept })
    expect(new Set(json.waived.map((one) => one.code))).toEqual(new Set(reasons))
    expect(json.mails).toMatchObject([{ to: '384425222@qq.com' }])
    expect(await readdir(at.path(json.out))).toContain('邮件.txt')
  })

  it('refuses while a file could not be read, whatever is waived', async () => {
    const words = ['activities', '好.csv', '照片.png', '--unit', '厅.json']
    const checked = await at.run(...words)
    expect(checked.code).toBe(1)
    expect(checked.out).toContain('✕ 照片.png：没有读。这是PNG，不是表格')
    const Blocked = ActivitiesJson.extend(FaultJson.shape)
    const { code, json } = await at.json(Blocked, ...words, '半个.xlsx', '--out', '写图')
    expect(code).toBe(1)
    expect(json.fault).toMatchObject({
      code: 'tables-unread',
      files: [{ name: '照片.png' }, { name: '半个.xlsx' }],
    })
    expect(json.unread.map((one) => one.path)).toEqual(['照片.png', '半个.xlsx'])
    expect(json.message).toContain('有 2 个文件没有读出活动，没有写出清单：“照片.png”（这是PNG')
    expect(json.message).toContain('--leave 照片.png --leave 半个.xlsx')
    expect(await written()).not.toContain('写图')
  })
})

describe('what the county does not see on its screen, or we do not read', () => {
  it('is told beside the file', async () => {
    const { utils, write } = await import('@e965/xlsx')
    const rows = [header, ...sound].map((line) => line.split(','))
    const sheet = utils.aoa_to_sheet(rows.map((row, index) => (index === 2 ? [...row, ...far] : row)))
    sheet['!rows'] = [{}, { hidden: true }]
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '表')
    await at.write('宽.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const { json, err } = await at.json(ActivitiesJson, 'activities', '宽.xlsx', '--unit', '厅.json')
    expect(json.report.files).toEqual([{ name: '宽.xlsx', read: 3, kept: 2, hiddenRows: 1, cut: true }])
    expect(err).toContain(
      '  宽.xlsx：读到 3 行，收下 2 行，其中 1 行在原表里是隐藏的；第100列以后的内容没有读',
    )
  })
  const far = [...Array.from({ length: 95 }, () => ''), '备用']
})

describe('the official blank workbook', () => {
  const words = ['activities', '好.csv', '--unit', '厅.json', '--template']

  it('is filled in, rows in its own columns', async () => {
    await copyFile(path.join(templates, 'official-annex2.xlsx'), at.path('官方.xlsx'))
    const { code, json } = await at.json(PackJson, ...words, '官方.xlsx', '--out', '写官方')
    expect(code).toBe(0)
    const list = json.documents.find((document) => document.endsWith('.xlsx')) ?? ''
    const { read, utils } = await import('@e965/xlsx')
    const [sheet = {}] = Object.values(read(await readFile(at.path(list))).Sheets)
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false })
    expect(rows[4]?.slice(1, 3)).toEqual(['节水讲座', '辽宁省水利厅'])
    expect(rows[5]?.[8]).toBe('13912345678')
  })

  it('without a column for what the list says is told, with the rows that lose it', async () => {
    await copyFile(path.join(templates, 'official-annex2.xlsx'), at.path('官方二.xlsx'))
    const { out } = await at.run(...activities('--template', '官方二.xlsx'))
    expect(out).toMatch(/官方空白表里没有这些列：活动形式（\d+ 行）。/)
  })

  it('that is none is refused with 2', async () => {
    await at.refuses([...words, '厅.json', '--out', '写无'], 2, /^空白表“厅\.json”/)
  })
})

describe.concurrent('columns', () => {
  const one = (...words: string[]) => ['activities', '怪.csv', '--unit', '厅.json', ...words]

  it('that nobody could know are named by --map', async () => {
    expect((await at.run(...one())).code).not.toBe(0)
    for (const field of ['活动名称', 'name']) {
      const { code, json } = await at.json(ActivitiesJson, ...one('--map', `干啥=${field}`))
      expect(code).toBe(0)
      expect(json.rows.map(({ name }) => name)).toEqual(['节水讲座', '水质检测体验'])
    }
  })

  it('may be left out by --map', async () => {
    const { code, json } = await at.json(
      ActivitiesJson,
      'activities',
      '好.csv',
      '--unit',
      '厅.json',
      '--map',
      '联系电话=不用',
    )
    expect(code).toBe(1)
    expect(json.rows.every((row) => !('phone' in row))).toBe(true)
  })

  it.each<[string, string[], RegExp]>([
    ['a header that is not there', ['--map', '干嘛=活动名称'], /^选项 --map 里的“干嘛”不是表头；表里有/],
    [
      'a field that is not there',
      ['--map', '干啥=题目'],
      /^选项 --map 里的“题目”不是清单的字段；可以写序号（seq）/,
    ],
    ['half a mapping', ['--map', '干啥'], /^选项 --map 要写成“列名=字段”/],
    ['a column that is there anyway', ['--column', '活动名称'], /^选项 --column 里的“活动名称”不是可选的栏/],
    ['a form', ['--sheet', 'x.xlsx'], /^不认识的选项 --sheet/],
  ])('%s is refused with 2', async (_, words, line) => {
    await at.refuses(one(...words), 2, line)
  })

  it('beyond the list are told, and added by --column', async () => {
    const words = ['activities', '多.csv', '--unit', '厅.json']
    const without = await at.run(...words)
    expect(without.out).toContain('没有用到的列：负责部门')
    expect(without.out).toContain('表里的“报送单位”没有写进清单；要写进去请加 --column 报送单位')
    const { code, out } = await at.run(...words, '--column', '报送单位')
    expect(code).toBe(0)
    expect(out).not.toContain('没有写进清单')
  })
})

describe.concurrent('bad input', () => {
  it.each<[string, string[], RegExp]>([
    ['a missing file', ['没有.xlsx', '--unit', '厅.json'], /^找不到“没有\.xlsx”；/],
    ['a picture', ['照片.png', '--unit', '厅.json'], /^“照片\.png”里没有读出表格：这是PNG，不是表格；/],
    ['no unit', ['好.csv'], /^缺少选项 --unit/],
    ['a waiver of nothing', ['好.csv', '--unit', '厅.json', '--waive', 'time-outside=无'], /不用说明原因/],
  ])('%s is refused with 2', async (_, words, line) => {
    await at.refuses(['activities', ...words], 2, line)
  })
})

describe('check and pack', () => {
  it('know the list as a task too', async () => {
    const words = ['好.csv', '--task', 'activities', '--unit', '厅.json']
    const checked = await at.json(ActivitiesJson, 'check', ...words)
    expect(checked.code).toBe(0)
    expect(checked.json.counts).toMatchObject({ rows: 2, errors: 0 })
    const packed = await at.json(PackJson, 'pack', ...words, '--out', '写两项')
    expect(packed.code).toBe(0)
    expect(packed.json).toMatchObject({ planned: 2, packed: 2 })
    await at.refuses(['check', ...words, '--sheet', 'x.xlsx'], 2, /直接读活动表格，不用 --sheet/)
  })
})
