import { beforeAll, describe, expect, it } from 'vitest'
import { BlockedJson, FaultJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { member, soundPack, soundSubmission } from './submission.fixture.ts'

const at = desk()

beforeAll(async () => {
  await soundSubmission(at)
  await at.folder('空')
  await at.write('垃圾/Thumbs.db', 'x')
  await at.write('垃圾/.DS_Store', 'x')
  await at.write('坏材料/空.jpg', '')
  // Quoted by the parser, line breaks and all.
  await at.write('坏.json', '{\n"name": 辽宁省气象局\n}')
  await at.write('省直.json', JSON.stringify({ ...member, class: '省直' }))
  await at.write('无名.json', JSON.stringify({ ...member, name: undefined }))
})

const pack = (folder: string, unit = 'unit.json', ...more: string[]) => [
  'pack',
  folder,
  '--task',
  'media',
  '--unit',
  unit,
  '--out',
  '包',
  ...more,
]

describe.concurrent('the material', () => {
  it.each<[string, string, RegExp]>([
    ['a missing folder', '没有', /^找不到“没有”；/],
    ['an empty folder', '空', /^“空”里没有可以报送的文件；/],
    ['a folder of litter', '垃圾', /^“垃圾”里没有可以报送的文件（略过系统文件 2 个）；/],
  ])('%s is refused with 2', async (_, folder, line) => {
    await at.refuses(pack(folder), 2, line)
  })

  it('as JSON the reason is data, beside the sentence', async () => {
    const ran = await at.json(FaultJson, 'check', '没有', '--task', 'media')
    expect(ran.code).toBe(2)
    expect(ran.json.fault).toEqual({ code: 'not-found', path: '没有' })
    expect(ran.err).toBe(`${ran.json.message}\n`)
  })
})

describe.concurrent('unit.json', () => {
  it.each<[string, string, RegExp]>([
    ['that is missing', '没有.json', /^找不到“没有.json”；/],
    ['that is a folder', '空', /^读不了“空”：这是文件夹，不是文件$/],
    ['that is unreadable', '坏.json', /^单位信息“坏.json”读不懂：/],
    ['of an unknown class', '省直.json', /^单位类别“省直”不在通知里；请改成“city（各市）”/],
    ['without a name', '无名.json', /^单位信息“无名.json”要改 1 处：单位名称（name）没有填$/],
  ])('%s is refused with 2', async (_, unit, line) => {
    await at.refuses(pack('材料', unit), 2, line)
  })
})

describe.concurrent('the notice, its task, and what is kept or declared', () => {
  const check = (...words: string[]) => ['check', '材料', '--task', 'media', ...words]
  const kept = (waiver: string) => [...soundPack, '--out', '包', '--waive', waiver]

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown notice', check('--notice', '吉林-2023'), /^没有“吉林-2023”这份通知；现有“liaoning-2023”/],
    ['a missing file of a notice', check('--notice', '没有.json'), /^找不到“.*没有.json”；/],
    ['a file that is no notice', check('--notice', 'unit.json'), /^通知规则“.*unit.json”有 \d+ 处错误/],
    [
      'an unknown task',
      ['check', '材料', '--task', '视频'],
      /^通知里没有“视频”这项任务；可以用“media（宣传素材）”/,
    ],
    [
      'pictures as the list of activities',
      ['check', '材料', '--task', 'activities'],
      /^“材料”里没有读出表格：2 个文件都不是能读的xlsx、xls、et、csv或docx。$/,
    ],
    [
      'a form for the list of activities',
      ['form', '材料', '--task', 'activities', '--out', 'f.xlsx'],
      /^“重点活动清单”（activities）是报清单的任务/,
    ],
    ['a waiver of nothing found', kept('quota-shrot=原因'), /“quota-shrot”/],
    ['a waiver without a reason', kept('quota-short'), /^选项 --waive 要写成“代码=原因”/],
    [
      'an unknown declaration',
      ['check', '材料', '--task', 'history', '--declare', 'truth'],
      /^没有“truth”这项声明；可以确认的有“quality”、“rights”/,
    ],
  ])('%s is refused with 2', async (_, words, line) => {
    await at.refuses(words, 2, line)
  })

  it('a waiver of a rule that must be kept is refused with 2', async () => {
    const refused = /file-damaged.*不能靠说明原因保留（附件1）；/
    await at.refuses(pack('坏材料', 'unit.json', '--waive', 'file-damaged=就这样'), 2, refused)
    await at.refuses(['check', '坏材料', '--task', 'media', '--waive', 'file-damaged=就这样'], 2, refused)
  })
})

describe.concurrent('a submission with errors', () => {
  it('is not packed: the report stands on standard output, the code is 1, nothing is written', async () => {
    const before = await at.listing()
    const { code, out } = await at.run(...pack('材料'))
    expect(code).toBe(1)
    expect(out).toContain('还没有填写：题目')
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^还有 \d+ 处不合格，没有打包；/)
    expect(await at.listing()).toEqual(before)
  })

  it('as JSON gives the findings', async () => {
    const { code, json: told } = await at.json(BlockedJson, ...pack('材料'))
    expect(code).toBe(1)
    expect(told.fault).toEqual({
      code: 'submission-has-errors',
      errors: told.findings.filter(({ severity }) => severity === 'error').length,
    })
    expect(told.findings[0]?.subject.item).toMatch(/^材料\//)
  })
})
