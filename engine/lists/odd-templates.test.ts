import type ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { addBorders, filled, header, madeTemplate, sheetOf, textsOf, withSheet } from './foreign.fixture.ts'
import { activities, foreignTemplate } from './list.fixture.ts'
import { tryTemplate } from './try-template.ts'

const now = new Date('2023-08-20T02:00:00Z')
const heading = (sheet: ExcelJS.Worksheet) => void sheet.addRows([['附件2'], header])
const example = (number: number, name: string) => [
  `示例${number}`,
  name,
  '9月17日',
  '某地',
  '某单位',
  '示例内容',
  '王某',
  '024-11111111',
  '同意',
]
const usable = (template: Buffer) => tryTemplate(template, 'x.xlsx', activities, now)

describe('a template that does not number its rows and cells', () => {
  const made = () =>
    madeTemplate((sheet) => {
      sheet.addRows([['附件2'], ['填报单位：'], header])
      addBorders(sheet, 3, 8)
      sheet.getCell(10, 1).value = '填表说明：甲'
    })
  it.each([/(<c) r="[^"]*"/g, /(<row|<c) r="[^"]*"/g])('keeps its heading (%s)', async (numbers) => {
    // exceljs leaves rows out that are blank, and without numbers none may be missing.
    const template = withSheet(await made(), (xml) =>
      xml.replace('<row r="10"', '<row r="9"></row><row r="10"').replace(numbers, '$1'),
    )
    for (const count of [3, 12]) {
      const { content } = await filled(template, count)
      const texts = await textsOf(content)
      expect([texts.get(1), texts.get(2), texts.get(3)]).toEqual([
        ['附件2'],
        ['填报单位：沈阳市科协'],
        header,
      ])
      expect([...texts.values()].at(-1)).toEqual(['填表说明：甲'])
    }
    await usable(template)
  })

  it('is refused where two rows claim one place', async () => {
    const template = withSheet(await made(), (xml) => xml.replace('<row r="3"', '<row r="2"'))
    await expect(usable(template)).rejects.toMatchObject({ data: { code: 'template-unusable' } })
  })
})

describe('examples and prefilled numbers', () => {
  it('go, also where there are fewer activities than examples', async () => {
    const template = await madeTemplate((sheet) => {
      heading(sheet)
      sheet.addRows([example(1, '示例活动甲'), example(2, '示例活动乙')])
      for (let row = 5; row <= 10; row += 1) sheet.getCell(row, 1).value = row - 4
      addBorders(sheet, 2, 10)
    })
    const { content, below } = await filled(template, 1)
    expect(below).toBe(0)
    expect([...(await textsOf(content)).keys()]).toEqual([1, 2, 3])
  })

  it('are rows that are ready, though they have no borders and nothing follows', async () => {
    const template = await madeTemplate((sheet) => {
      heading(sheet)
      sheet.addRows([example(1, '示例活动甲'), example(2, '示例活动乙'), ['1'], ['2']])
    })
    const few = await filled(template, 1)
    expect([few.ready, few.below]).toEqual([4, 0])
    expect([...(await textsOf(few.content)).keys()]).toEqual([1, 2, 3])
    const many = await filled(template, 6)
    expect(many.below).toBe(0)
    expect([...(await textsOf(many.content)).keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('go from columns of others too when rows were put in between', async () => {
    const template = await madeTemplate((sheet) => {
      heading(sheet)
      sheet.addRows([example(1, '示例活动甲'), example(2, '示例活动乙')])
      addBorders(sheet, 2, 10)
      sheet.getCell(12, 1).value = '说明：甲'
    })
    const { content, below } = await filled(template, 12)
    expect(below).toBe(1)
    expect(JSON.stringify([...(await textsOf(content))])).not.toMatch(/同意|示例/u)
  })
})

describe('formulas filled down a column', () => {
  const made = () =>
    madeTemplate((sheet) => {
      heading(sheet)
      addBorders(sheet, 2, 20)
      const formula = (value: object) => value as ExcelJS.CellValue
      sheet.getCell('A3').value = formula({
        formula: 'ROW()-2',
        result: 1,
        shareType: 'shared',
        ref: 'A3:A22',
      })
      for (let row = 4; row <= 20; row += 1)
        sheet.getCell(row, 1).value = formula({ sharedFormula: 'A3', result: row - 2 })
      sheet.getCell(22, 1).value = '合计'
      sheet.getCell(22, 2).value = formula({ sharedFormula: 'A3', result: 20 })
    })
  it.each([5, 30])('leave none without the first one, with %i activities', async (count) => {
    const template = await made()
    await usable(template)
    const { content } = await filled(template, count)
    const sheet = await sheetOf(content)
    expect(sheet).not.toContain('<f')
    const [, last] = [...(await textsOf(content))].at(-1) ?? []
    expect(last).toEqual(['合计', '20'])
    expect((await textsOf(content)).size).toBe(count + 3)
  })
})

describe('what a template hides', () => {
  it('is shown where it is written into, and stays hidden elsewhere', async () => {
    const template = withSheet(
      await madeTemplate((sheet) => {
        heading(sheet)
        addBorders(sheet, 2, 10)
        sheet.getRow(4).hidden = true
        sheet.getRow(9).hidden = true
      }),
      (xml) =>
        xml
          .replace('<row r="5"', '<row r="5" ht="0" customHeight="1"')
          .replace('<sheetData>', '<cols><col min="8" max="10" width="0" hidden="1"/></cols><sheetData>'),
    )
    const sheet = await sheetOf((await filled(template, 3)).content)
    const tag = (row: number) => new RegExp(`<row r="${row}"[^>]*>`).exec(sheet)?.[0] ?? ''
    expect(tag(4)).not.toContain('hidden')
    expect(tag(5)).not.toContain('ht="0"')
    expect(tag(9)).toContain('hidden="1"')
    // As wide as the column is shown, the texts of a phone take a line or two.
    expect(Number(/ht="([\d.]+)"/.exec(tag(3))?.[1])).toBeLessThan(200)
    expect(sheet).toMatch(
      /<cols><col min="8" max="8" width="[1-9][\d.]*"\/><col min="9" max="10" width="0" hidden="1"\/><\/cols>/,
    )
  })
})

describe('a part that is not sound', () => {
  const damaged: readonly (readonly [string, (xml: string) => string])[] = [
    [
      'rows that are never closed',
      (xml) => xml.replace('</sheetData>', `${'<row>'.repeat(20_000)}</sheetData>`),
    ],
    ['cells that are never closed', (xml) => xml.replace('</row>', `${'<c>'.repeat(20_000)}</row>`)],
    ['tags that are never closed', (xml) => xml.replace('</sheetData>', '<row '.repeat(20_000))],
    ['quotes that are never closed', (xml) => xml.replace('</sheetData>', '<c r="'.repeat(20_000))],
    ['rows in rows', (xml) => xml.replace('</sheetData>', '<row><row></row></row></sheetData>')],
    ['an end too many', (xml) => xml.replace('</sheetData>', '</row></sheetData>')],
  ]
  it.each(damaged)('is refused: %s', async (_, change) => {
    const template = withSheet(await foreignTemplate('plain-annex2'), change)
    await expect(usable(template)).rejects.toMatchObject({ data: { code: 'template-unusable' } })
  })

  it('is not one whose attributes contain a sign of more', async () => {
    const validation = '<dataValidation type="list" prompt="a>b" sqref="B3:B10"><formula1>"x,y"</formula1>'
    const template = withSheet(
      await madeTemplate((sheet) => {
        heading(sheet)
        addBorders(sheet, 2, 10)
      }),
      (xml) =>
        xml.replace(
          '</sheetData>',
          `</sheetData><dataValidations count="1">${validation}</dataValidation></dataValidations>`,
        ),
    )
    const { content } = await filled(template, 12)
    expect(await sheetOf(content)).toContain('prompt="a>b" sqref="B3:B14"')
  })
})
