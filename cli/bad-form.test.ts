import { copyFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { editForm, type OpenForm } from './form.fixture.ts'
import { CheckJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()

/** What a clerk might do to the filled-in form in Excel, and what is said then. */
const slips: readonly (readonly [string, (form: OpenForm) => void, RegExp])[] = [
  [
    'a file that is not there',
    ({ sheet, header }) => (sheet.getCell(header + 1, 1).value = '没有.jpg'),
    /要改 1 处：A\d+ 格的“没有.jpg”不在材料里/,
  ],
  [
    'one file twice',
    ({ sheet, row }) => (sheet.getCell(row('宣传片.mp4'), 1).value = '启动仪式.jpg'),
    /要改 1 处：A\d+ 格的“启动仪式.jpg”前面已经填过/,
  ],
  [
    'a row without a file',
    ({ sheet, header }) => (sheet.getCell(header + 2, 1).value = null),
    /要改 1 处：A\d+ 格没有写文件名/,
  ],
  [
    'a wrong header',
    ({ sheet, header, column }) => (sheet.getCell(header, column('简介')).value = '心得'),
    /要改 1 处：没有找到表头，缺少“简介”/,
  ],
  [
    'a formula',
    ({ sheet, header, column }) =>
      (sheet.getCell(header + 1, column('题目')).value = { formula: 'A1&"x"', result: 'x' }),
    /要改 1 处：[A-Z]\d+ 格（题目）是公式/,
  ],
  [
    'an error',
    ({ sheet, header, column }) => (sheet.getCell(header + 1, column('题目')).value = { error: '#N/A' }),
    /要改 1 处：[A-Z]\d+ 格（题目）显示的是错误 #N\/A/,
  ],
  [
    'merged cells',
    ({ sheet, header, column }) =>
      sheet.mergeCells(header + 1, column('拍摄地点'), header + 2, column('拍摄地点')),
    /要改 1 处：[A-Z]\d+:[A-Z]\d+（拍摄地点）是合并的单元格/,
  ],
  [
    'a cell of three megabytes',
    ({ sheet, header, column }) => (sheet.getCell(header + 1, column('简介')).value = '长'.repeat(1_000_000)),
    /要改 1 处：[A-Z]\d+ 格（简介）有 1,000,000 个字符，最多 32,767 个/,
  ],
  [
    'dozens of slips, with line breaks in them',
    ({ sheet, header }) => {
      for (let row = header + 1; row < header + 40; row += 1) sheet.getCell(row, 1).value = `没有\n${row}.jpg`
    },
    /要改 39 处：.*；还有 34 处$/,
  ],
]

beforeAll(async () => {
  await soundSubmission(at)
  const changed = (name: string, edit: (form: OpenForm) => void) =>
    editForm(at.path('说明.xlsx'), at.path(name), edit)
  for (const [name, edit] of slips) await changed(`${name}.xlsx`, edit)
  await changed('少一行.xlsx', ({ sheet, row }) => sheet.spliceRows(row('启动仪式.jpg'), 1))
  await at.write('文字.xlsx', '题目,简介\n')
  await at.write('空表.xlsx', '')
  await copyFile(at.path('材料', '启动仪式.jpg'), at.path('照片.xlsx'))
})

const packWith = (form: string) => [...soundPack.slice(0, -1), form, '--out', '包']

describe.concurrent('a form is refused with 2 and the place of the trouble', () => {
  it.each(slips)('%s', async (name, _, line) => {
    await at.refuses(packWith(`${name}.xlsx`), 2, new RegExp(`^表格“${name}.xlsx”${line.source}`))
  })

  it.each(['文字.xlsx', '空表.xlsx', '照片.xlsx'])('%s, which is no workbook at all', async (form) => {
    await at.refuses(packWith(form), 2, /^表格“.*.xlsx”要改 1 处：打不开，不是能认的Excel表格/)
  })

  it('a form that is missing, or a folder', async () => {
    await at.refuses(packWith('没有.xlsx'), 2, /^找不到“没有.xlsx”/)
    await at.refuses(packWith('材料'), 2, /^读不了“材料”：这是文件夹，不是文件$/)
  })
})

describe.concurrent('a form without a row for a file', () => {
  it('is said in a line, the texts of that file are missing, and nothing is packed', async () => {
    const before = await at.listing()
    const { code, err } = await at.run(...packWith('少一行.xlsx'))
    expect({ code, err }).toEqual({ code: 1, err: '说明表里没有这些文件的行：启动仪式.jpg\n' })
    expect(await at.listing()).toEqual(before)
  })

  it('leaves the other files their texts', async () => {
    const words = ['check', '材料', '--task', 'media', '--sheet', '少一行.xlsx']
    const { json } = await at.json(CheckJson, ...words)
    const lacking = json.items.map(({ source, findings }) => [source, findings.map(({ code }) => code)])
    expect(Object.fromEntries(lacking)).toEqual({
      '材料/启动仪式.jpg': Array.from({ length: 5 }, () => 'text-missing'),
      '材料/宣传片.mp4': [],
    })
  })
})

describe.concurrent('writing a form', () => {
  it.each(['说明.xlsx', '材料/启动仪式.jpg', '材料'])('never takes the place of %s', async (out) => {
    const words = ['form', '材料', '--task', 'media', '--out', out]
    await at.refuses(words, 2, new RegExp(`^“${out}”已经有了，没有覆盖；`))
  })

  it('into a folder that is not there is a failure of the system', async () => {
    const words = ['form', '材料', '--task', 'media', '--out', '没有/表.xlsx']
    await at.refuses(words, 3, /^“没有\/表.xlsx”写不进去：/)
  })
})
