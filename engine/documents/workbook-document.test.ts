import { read, utils } from '@e965/xlsx'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { partsOf } from './parts.fixture.ts'
import { sampleDocument, troublesome } from '../../shared/paper/sample-document.fixture.ts'
import { sheetName, writeWorkbook } from './workbook-document.ts'

const open = (content: Buffer) => {
  const book = read(content, { cellNF: true, cellStyles: true, sheetStubs: true })
  return { book, sheet: book.Sheets[book.SheetNames[0] ?? ''] ?? {} }
}
const rowsOf = (content: Buffer): string[][] =>
  utils.sheet_to_json<string[]>(open(content).sheet, { header: 1, defval: '', blankrows: true })

afterEach(() => {
  vi.useRealTimers()
})

describe('the workbook', () => {
  it('holds the same as the description, cell by cell, 200 rows of it', async () => {
    const doc = sampleDocument(200)
    const rows = rowsOf(await writeWorkbook(doc))
    const across = (text: string) => [text, ...Array.from({ length: 7 }, () => '')]
    const above = ['附件1', doc.title, ...doc.preamble].map(across)
    expect(rows).toEqual([...above, doc.columns.map(({ label }) => label), ...doc.rows])
  })

  it('keeps every text a text, with its rare characters, escapes and lines', async () => {
    const texts = [
      troublesome.rare,
      troublesome.formula,
      ...troublesome.signs,
      troublesome.escape,
      troublesome.digits,
    ]
    const doc = sampleDocument(0, {
      rows: [texts, [troublesome.lines, troublesome.control, '', troublesome.markup]],
    })
    const content = await writeWorkbook(doc)
    const rows = rowsOf(content)
    expect(rows[5]).toEqual(texts)
    expect(rows[6]?.slice(0, 4)).toEqual(['第一行\n第二行\n\n第四行', '一二三四', '', troublesome.markup])
    const { sheet } = open(content)
    for (const column of 'ABCDEFGH') {
      expect(sheet[`${column}6`], column).toMatchObject({ t: 's', z: '@' })
      expect(sheet[`${column}6`]?.f).toBeUndefined()
    }
  })

  it('cuts only what a cell cannot hold', async () => {
    const rows = rowsOf(
      await writeWorkbook(sampleDocument(0, { rows: [['甲'.repeat(40_000)], [troublesome.longest]] })),
    )
    expect(rows[5]?.[0]).toHaveLength(32_767)
    expect(rows[6]?.[0]).toBe(troublesome.longest)
  })

  it('makes rows as high as their texts, with smaller letters where Excel’s tallest row is too low', async () => {
    const texts = [['短'], ['简'.repeat(60)], ['长'.repeat(1500)]].map((row) =>
      Array.from({ length: 8 }, () => row[0] ?? ''),
    )
    const content = await writeWorkbook(sampleDocument(0, { rows: texts }))
    const xml = (await partsOf(content)).get('xl/worksheets/sheet1.xml') ?? ''
    const heights = [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, , height]) => Number(height))
    const [short = 0, medium = 0, long = 0] = heights.slice(5)
    expect(short).toBe(24)
    expect(medium).toBeGreaterThan(60)
    expect(long).toBeLessThanOrEqual(409)
    const styles = (await partsOf(content)).get('xl/styles.xml') ?? ''
    expect(styles).toMatch(/<sz val="(9|7\.5|6\.5|5\.5|5)"\/>/)
  })

  it('prints one page wide on A4 with the header repeated and pages numbered', async () => {
    const parts = await partsOf(await writeWorkbook(sampleDocument(60)))
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(xml).toMatch(/<pageMargins left="1\.10\d+" right="1\.02\d+" top="1\.45\d+" bottom="1\.37\d+"/)
    expect(xml).toContain('第 &amp;P 页 共 &amp;N 页')
    const book = parts.get('xl/workbook.xml') ?? ''
    expect(book).toContain('!$5:$5</definedName>')
    expect(book).toContain('!$A$1:$H$65</definedName>')
  })

  it('of a working list has narrow margins, small letters and columns as wide as that page', async () => {
    const parts = await partsOf(await writeWorkbook(sampleDocument(3, { compact: true })))
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toMatch(/<pageMargins left="0\.59\d+" right="0\.47\d+" top="0\.59\d+" bottom="0\.59\d+"/)
    expect(parts.get('xl/styles.xml')).toContain('<sz val="9"/>')
    const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)]
    const pixels = widths.reduce(
      (all, [, min, max, width]) => all + (Number(max) - Number(min) + 1) * Number(width) * 7,
      0,
    )
    expect(pixels / ((270 / 25.4) * 96)).toBeCloseTo(0.99, 1)
  })

  it('is as wide as the page', async () => {
    const xml = (await partsOf(await writeWorkbook(sampleDocument(3)))).get('xl/worksheets/sheet1.xml') ?? ''
    const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)]
    const pixels = widths.reduce(
      (all, [, min, max, width]) => all + (Number(max) - Number(min) + 1) * Number(width) * 7,
      0,
    )
    const page = (243 / 25.4) * 96
    expect(pixels).toBeLessThanOrEqual(page)
    expect(pixels).toBeGreaterThan(page * 0.97)
  })

  it('is the same, byte for byte, for the same content and time', async () => {
    const now = new Date(2023, 7, 20)
    const first = await writeWorkbook(sampleDocument(5), { now })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2031, 3, 5) })
    expect((await writeWorkbook(sampleDocument(5), { now })).equals(first)).toBe(true)
  })

  it('bears a name that Excel accepts', () => {
    expect(sheetName("[甲]:*?/\\'乙")).toBe('甲 乙')
    expect(sheetName('长'.repeat(40))).toHaveLength(31)
    expect(sheetName('[]')).toBe('表')
  })
})
