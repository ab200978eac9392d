import { read } from '@e965/xlsx'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { countWords } from '../../shared/text/word-count.ts'
import { formRows, notice, task, unit } from './form.fixture.ts'
import { writeForm } from './form-write.ts'
import { unpackParts, workbookParts } from './office-parts.ts'

const now = new Date(2023, 7, 20, 9, 30)
const write = (rows = formRows(12)) => writeForm({ notice, task, unit, rows, now })

async function part(content: Buffer, name: string): Promise<string> {
  const unpacked = await unpackParts(content, workbookParts, 10_000_000)
  return (unpacked.ok ? unpacked.parts.get(name)?.toString('utf8') : undefined) ?? ''
}
const sheetXml = async () => part(await write(), 'xl/worksheets/sheet1.xml')

afterEach(() => {
  vi.useRealTimers()
})

describe('the form', () => {
  it('has a title, instructions from the notice, and labels with their limits', async () => {
    const sheet = read(await write(), { cellFormula: true }).Sheets['填写表']
    expect(sheet?.['A1']?.v).toBe('2023年科普日 宣传素材 填写表（沈阳市科协）')
    const instructions = String(sheet?.['A2']?.v)
    expect(instructions).toContain('不要改动第一列“原文件名”')
    expect(instructions).toContain('必填的是题目、拍摄者或来源、拍摄时间、拍摄地点、简介')
    expect(instructions).toContain('【简介】100字以内，写明活动事由、人物、背景、突出的特点')
    const labels = 'ABCDEFGHIJ'.split('').map((column) => sheet?.[`${column}4`]?.v)
    expect(labels).toEqual([
      '原文件名',
      '新文件名',
      '类型',
      '题目',
      '拍摄者或来源',
      '拍摄时间',
      '拍摄地点',
      '简介',
      '字数',
      '活动形式',
    ])
    const demands = 'ADHI'.split('').map((column) => sheet?.[`${column}3`]?.v)
    expect(demands).toEqual(['自动', '必填', '必填，100字以内', '自动'])
  })

  it('has a row for each file, in the given order', async () => {
    const rows = formRows(12).toReversed()
    const sheet = read(await write(rows)).Sheets['填写表']
    expect(rows.map((_, index) => sheet?.[`A${index + 5}`]?.v)).toEqual(rows.map(({ relative }) => relative))
    expect([sheet?.['C5']?.v, sheet?.['C6']?.v]).toEqual(['视频', '图片'])
  })

  it('counts the words while the clerk types, and shows the count from the start', async () => {
    const sheet = read(await write(), { cellFormula: true }).Sheets['填写表']
    expect(sheet?.['I5']?.f).toMatch(/^IF\(LEN\(H5\)=0/)
    expect(sheet?.['I5']?.v).toBe(countWords(formRows(1)[0]?.fields['caption'] ?? '').words)
    expect(sheet?.['I6']?.v).toBe('')
  })

  it('keeps the header and the first column in sight, and repeats the header in print', async () => {
    const content = await write()
    expect(await sheetXml()).toContain('<pane xSplit="1" ySplit="4" topLeftCell="B5"')
    const book = await part(content, 'xl/workbook.xml')
    expect(book).toContain('!$4:$4</definedName>')
    expect(book).toContain('!$A$1:$J$16</definedName>')
    expect(await sheetXml()).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    )
  })

  it('offers the choices, commas and all, and help beside the cells', async () => {
    const xml = await sheetXml()
    expect(xml).toMatch(
      /type="list"[^>]*errorStyle="stop"[^>]*sqref="J5:J16"><formula1>kepuri!\$D\$2:\$D\$5</,
    )
    expect(xml).toContain(
      'promptTitle="简介" prompt="100字以内，写明活动事由、人物、背景、突出的特点" sqref="H5:H16"',
    )
    const marker = read(await write()).Sheets['kepuri']
    expect([marker?.['D2']?.v, marker?.['D4']?.v, marker?.['D5']?.v]).toEqual([
      '讲座报告',
      '竞赛,培训',
      '其他',
    ])
  })

  it('says in a hidden sheet where it comes from', async () => {
    const book = read(await write())
    const marker = book.Sheets['kepuri']
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 2])
    expect(['B1', 'B2', 'B3', 'B4'].map((cell) => marker?.[cell]?.v)).toEqual([
      '1',
      'liaoning-2023',
      '1.0.0',
      'media',
    ])
  })

  it('has text cells only, so that Excel makes no dates or numbers of what is typed', async () => {
    const sheet = read(await write(), { cellNF: true, cellStyles: true, sheetStubs: true }).Sheets['填写表']
    for (const column of 'DEFGHJ') expect(sheet?.[`${column}6`]?.z, column).toBe('@')
  })

  it('lets the rows grow', async () => {
    const xml = await sheetXml()
    expect(xml).toMatch(/<row r="4" ht="\d+" customHeight="1"/)
    expect(xml).toMatch(/<row r="5" ht="\d+" spans/)
  })

  it('is not locked', async () => {
    expect(await sheetXml()).not.toContain('sheetProtection')
  })

  it('is the same, byte for byte, for the same content and time', async () => {
    const first = await write()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2031, 3, 5) })
    expect((await write()).equals(first)).toBe(true)
  })

  it('can be made for no files, and without a unit', async () => {
    const content = await writeForm({ notice, task, rows: [] })
    expect(read(content).Sheets['填写表']?.['A1']?.v).toBe('2023年科普日 宣传素材 填写表')
  })

  it('keeps prompts within what Excel accepts', async () => {
    const fields = task.fields.map((field) =>
      field.key === 'title'
        ? { ...field, label: '很长的栏目名称'.repeat(8), hint: '提示'.repeat(300) }
        : field,
    )
    const content = await writeForm({ notice, task: { ...task, fields }, rows: formRows(2) })
    const xml = await part(content, 'xl/worksheets/sheet1.xml')
    for (const [, title] of xml.matchAll(/promptTitle="([^"]*)"/g))
      expect(title?.length).toBeLessThanOrEqual(32)
    for (const [, prompt] of xml.matchAll(/ prompt="([^"]*)"/g))
      expect(prompt?.length).toBeLessThanOrEqual(255)
  })
})
