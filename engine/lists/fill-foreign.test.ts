import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../documents/parts.fixture.ts'
import { filled } from './foreign.fixture.ts'
import { foreignTemplate, tablesOf } from './list.fixture.ts'

describe('somebody’s blank workbook', () => {
  it.each([3, 12, 40])(
    'with %i rows keeps every part but the sheet and the formats, byte for byte',
    async (count) => {
      const template = await foreignTemplate('official-annex2')
      const before = await partsOf(template)
      const after = await partsOf((await filled(template, count)).content)
      expect([...after.keys()]).toEqual([...before.keys()])
      const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name))
      const moved = count > 12 ? ['xl/workbook.xml'] : []
      expect(changed.toSorted()).toEqual(['xl/styles.xml', ...moved, 'xl/worksheets/sheet1.xml'].toSorted())
      const styles = (parts: typeof before) => parts.get('xl/styles.xml') ?? ''
      const formats = (xml: string) => xml.match(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/)?.[1] ?? ''
      expect(formats(styles(after)).startsWith(formats(styles(before)))).toBe(true)
      expect(formats(styles(after)).length).toBeLessThan(formats(styles(before)).length + 2_000)
    },
  )

  it('with few rows says outside its cells what it said before', async () => {
    const template = await foreignTemplate('official-annex2')
    const around = async (content: Buffer) =>
      (await partsOf(content)).get('xl/worksheets/sheet1.xml')?.replace(/<sheetData>[\s\S]*<\/sheetData>/, '')
    expect(await around((await filled(template, 3)).content)).toBe(await around(template))
  })

  it('with more rows than it has blanks moves what follows down, with all that reaches over the rows', async () => {
    const { content, below } = await filled(await foreignTemplate('official-annex2'), 40)
    expect(below).toBe(1)
    const parts = await partsOf(content)
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('ref="A45:K45"')
    expect(sheet).not.toContain('A17:K17')
    expect(sheet).toMatch(/<dataValidation [^>]*sqref="K5:K44"/)
    expect(sheet).toMatch(/<conditionalFormatting [^>]*sqref="G5:G44"/)
    expect(sheet).toMatch(/<row r="45"[^>]* ht="40"/)
    const workbook = parts.get('xl/workbook.xml') ?? ''
    expect(workbook).toContain("'附件2'!$A$1:$K$45")
    expect(workbook).toContain("'附件2'!$3:$4")
    const [table] = await tablesOf(content)
    expect(table?.lines.at(-1)).toMatchObject({ row: 45 })
    expect(JSON.stringify(table?.lines.at(-1))).toContain('填表说明')
  })

  it('gets the unit behind its label, rows high enough, phones as texts, and nothing in columns of others', async () => {
    const { content } = await filled(await foreignTemplate('official-annex2'), 40)
    const [table] = await tablesOf(content)
    expect(JSON.stringify(table?.lines[1])).toContain('填报单位（盖章）：沈阳市科协')
    const sheet = (await partsOf(content)).get('xl/worksheets/sheet1.xml') ?? ''
    const heights = [...sheet.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].filter(
      ([, row]) => Number(row) > 4,
    )
    expect(Math.min(...heights.map(([, , height]) => Number(height)))).toBeGreaterThanOrEqual(36)
    expect(sheet).toMatch(/<c r="J20" s="\d+"\/>/)
    expect(sheet).toMatch(/<c r="A20" s="\d+"><v>16<\/v><\/c>/)
  })

  it('takes no text for a formula, however it begins', async () => {
    const odd = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(1)', '_x0041_', '<b>&"\'']
    let next = 0
    const template = await foreignTemplate('official-annex2')
    const { content } = await filled(template, odd.length, (fields) =>
      Object.assign(fields, { name: odd[next++] }),
    )
    const [table] = await tablesOf(content)
    expect(table?.lines.filter(({ row }) => row > 4 && row < 11).map(({ cells }) => cells[1])).toEqual(odd)
  })

  it('without rows made ready gets the borders of its header and plain letters', async () => {
    const { content } = await filled(await foreignTemplate('plain-annex2'), 20)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(content as unknown as ArrayBuffer)
    const [sheet] = workbook.worksheets
    for (const row of [3, 22]) {
      const cell = sheet?.getCell(row, 7)
      expect(cell?.border.left?.style).toBe(sheet?.getCell('G2').border.left?.style)
      expect(cell).toMatchObject({ font: { name: '仿宋' }, alignment: { wrapText: true } })
      expect(cell?.font.bold).toBeUndefined()
    }
  })

  it('has its example written over, its totals moved and calculated anew', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('表')
    sheet.addRows([
      ['附件2'],
      ['序号', '活动名称', '活动时间', '活动地点', '主办单位', '联系人', '联系电话'],
      ['例', '科普讲座', '9月17日', '科学宫', '市科协', '张三', '024-23221703'],
    ])
    for (const row of [3, 4, 5])
      for (const column of [1, 2, 3, 4, 5, 6, 7])
        sheet.getCell(row, column).border = { left: { style: 'thin' } }
    sheet.getCell('A6').value = '合计'
    sheet.getCell('B6').value = { formula: 'COUNTA(B3:B5)&"B3:B5"', result: '1' }
    sheet.mergeCells('B4:B4')
    const second = workbook.addWorksheet('汇总')
    second.getCell('A1').value = { formula: "COUNTA('表'!B3:B5)+B3", result: 1 }
    const template = Buffer.from(await workbook.xlsx.writeBuffer())
    const { content } = await filled(template, 10)
    const parts = await partsOf(content)
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('COUNTA(B3:B12)&amp;"B3:B5"')
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(/COUNTA\((?:'表'|表)!B3:B12\)\+B3/)
    expect(parts.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    const [table] = await tablesOf(content)
    expect(JSON.stringify(table)).not.toContain('"例"')
    expect(table?.lines.at(-1)?.row).toBe(13)
  })
})
