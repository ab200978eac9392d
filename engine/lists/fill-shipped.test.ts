import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { planImport, proposeChoice } from '../../shared/lists/plan-import.ts'
import { check } from '../../shared/rules/check.ts'
import { liaoning } from '../../shared/rules/submission.fixture.ts'
import { partsOf } from '../documents/parts.fixture.ts'
import { activities, activityRows, listOf, tablesOf, written } from './list.fixture.ts'

async function sheetOf(content: Buffer) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(content as unknown as ArrayBuffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('the list in the workbook that is shipped', () => {
  it('of 65 activities is one page wide, with its header on every page', async () => {
    const { content, spot } = await written(listOf(activityRows(65)))
    expect(spot.headerRow).toBe(4)
    const sheet = await sheetOf(content)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: 'A1:K69',
      printTitlesRow: '4:4',
    })
    expect(sheet.headerFooter.oddFooter).toContain('&P')
    expect(sheet.getCell('A1').text).toBe('附件2')
    expect(sheet.getCell('A2').font.name).toBe('方正小标宋简体')
    expect(sheet.getCell('A3').text).toMatch(
      /填报单位（盖章）：沈阳市科协　+填报人：张三　+联系电话：024-23221703　+填报日期：2023年8月20日/,
    )
    expect(sheet.getCell('A69').value).toBe(65)
    expect(sheet.getCell('J6')).toMatchObject({ value: '15041455447', numFmt: '@' })
    for (let row = 5; row <= 69; row += 1) {
      expect(sheet.getRow(row).height).toBeGreaterThanOrEqual(24)
      expect(sheet.getCell(row, 8)).toMatchObject({
        alignment: { wrapText: true },
        font: { name: '仿宋' },
      })
      expect(sheet.getCell(row, 11).border.right?.style).toBe('thin')
    }
    // exceljs reads the size as a whole number.
    const styles = (await partsOf(content)).get('xl/styles.xml')
    expect(styles).toMatch(/<sz val="10.5"\/>/)
    // Only the first font, which nothing is written in, has 10.
    expect(styles?.match(/<sz val="10"\/>/g)).toHaveLength(1)
    expect(sheet.getCell('G69').dataValidation.formulae).toEqual([expect.stringContaining('讲座报告')])
  })

  it('takes no text for a formula', async () => {
    const rows = activityRows(4)
    const odd = ['=1+1', '+86 科普', '-优惠-', '@所有人', '_x0041_']
    for (const [index, row] of rows.entries()) row.fields['name'] = odd[index] ?? ''
    const sheet = await sheetOf((await written(listOf(rows))).content)
    for (const [index] of rows.entries()) {
      expect(sheet.getCell(5 + index, 2).type).toBe(ExcelJS.ValueType.String)
      expect(sheet.getCell(5 + index, 2).value).toBe(odd[index])
    }
  })

  it('gets the optional columns that are turned on before the note, and still fits the page', async () => {
    const rows = activityRows(3).map((row) => ({
      ...row,
      fields: { ...row.fields, region: '沈河区', headcount: '300' },
    }))
    const plain = await sheetOf((await written(listOf(rows))).content)
    const { content, spot } = await written(listOf(rows, { columns: ['headcount', 'region'] }))
    const sheet = await sheetOf(content)
    const labels = Array.from({ length: 13 }, (_, index) => sheet.getCell(4, index + 1).text)
    expect(labels.slice(9)).toEqual(['联系电话', '地区', '预计参与人数', '备注'])
    expect(spot.uses.slice(10).map((use) => use?.field)).toEqual(['region', 'headcount', 'note'])
    expect(sheet.getCell('K5')).toMatchObject({ text: '沈河区' })
    expect(sheet.getCell('K5').border).toEqual(sheet.getCell('M5').border)
    const width = (of: typeof sheet, columns: number) =>
      Array.from({ length: columns }, (_, index) => of.getColumn(index + 1).width ?? 0).reduce(
        (a, b) => a + b,
      )
    expect(Math.abs(width(sheet, 13) - width(plain, 11))).toBeLessThan(0.5)
    expect(sheet.getCell('A2').isMerged && sheet.getCell('M2').master.address).toBe('A2')
  })

  it('without a unit keeps the blanks above the table', async () => {
    const { unit: _, ...rest } = listOf(activityRows(1))
    const sheet = await sheetOf((await written(rest)).content)
    expect(sheet.getCell('A3').text).toMatch(/^填报单位（盖章）：　+填报人：　+联系电话：　+填报日期：$/)
  })

  it('without any row is the blank list', async () => {
    const { content } = await written(listOf([]))
    expect((await tablesOf(content))[0]?.lines.at(-1)?.row).toBe(4)
  })

  it('leaves a blank contact blank, whoever the unit names', async () => {
    const rows = activityRows(1)
    for (const { fields } of rows) delete fields['contact']
    const sheet = await sheetOf((await written(listOf(rows))).content)
    expect(sheet.getCell('I5').value).toBeNull()
  })

  it('imported again gives rows with the same verdict', async () => {
    const rows = activityRows(30)
    for (const [index, name] of ['', '=短', '甲'].entries())
      Object.assign(rows[index]?.fields ?? {}, { name })
    Object.assign(rows[5]?.fields ?? {}, { phone: '123', time: '9月31日' })
    const submission = listOf(rows)
    const tables = await tablesOf((await written(submission)).content)
    const choices = tables.map((table) => proposeChoice('清单.xlsx', table, activities))
    let last = 0
    const newId = () => `n${(last += 1)}`
    const { added } = planImport(choices, { task: activities, rows: [], year: 2023, newId })
    const codes = (of: typeof submission) =>
      check(liaoning, of, '2023-08-20T10:00:00')
        .map(({ code, rule }) => `${rule} ${code}`)
        .toSorted()
    expect(added).toHaveLength(30)
    expect(codes(listOf([...added]))).toEqual(codes(submission))
  })
})
