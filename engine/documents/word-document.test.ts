import { convertToHtml } from 'mammoth'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sampleDocument, troublesome } from '../../shared/paper/sample-document.fixture.ts'
import { writeWord } from './word-document.ts'
import { partsOf } from './parts.fixture.ts'
import { plain, wordCells, wordPictures } from './word-cells.fixture.ts'

const now = new Date(Date.UTC(2023, 7, 20, 1, 30))

afterEach(() => {
  vi.useRealTimers()
})

describe('the Word document', () => {
  it('holds title, lines and each cell of 200 rows as given', async () => {
    const doc = sampleDocument(200)
    const content = await writeWord(doc)
    expect(await wordCells(content)).toEqual([doc.columns.map(({ label }) => label), ...doc.rows])
    const { value } = await convertToHtml({ buffer: content })
    expect(plain(value.slice(0, value.indexOf('<table>')))).toBe(`附件1${doc.title}${doc.preamble.join('')}`)
  })

  it('keeps rare characters, long texts, line breaks and blanks, and drops what no document can hold', async () => {
    const texts = [
      troublesome.rare,
      troublesome.longest,
      troublesome.unbroken,
      troublesome.markup,
      troublesome.escape,
      troublesome.formula,
    ]
    const doc = sampleDocument(0, { rows: [texts, [troublesome.lines, troublesome.control, '', '甲'], []] })
    const [, first, second, third] = await wordCells(await writeWord(doc))
    expect(first?.slice(0, 6)).toEqual(texts)
    expect(second?.slice(0, 4)).toEqual(['第一行\n第二行\n\n第四行', '一二三四', '', '甲'])
    expect(third).toEqual(Array.from({ length: 8 }, () => ''))
  })

  it('is A4 with the margins of GB/T 9704, upright or turned', async () => {
    for (const [orientation, size] of [
      ['portrait', 'w:w="11906" w:h="16838"'],
      ['landscape', 'w:w="16838" w:h="11906"'],
    ] as const) {
      const xml =
        (await partsOf(await writeWord(sampleDocument(1, { orientation })))).get('word/document.xml') ?? ''
      expect(xml).toContain(`<w:pgSz ${size} w:orient="${orientation}"/>`)
      expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    }
  })

  it('names the Chinese font in every run, and repeats the header but tears no row', async () => {
    const xml = (await partsOf(await writeWord(sampleDocument(3)))).get('word/document.xml') ?? ''
    const runs = xml.match(/<w:r>.*?<\/w:r>/gs) ?? []
    expect(runs.length).toBeGreaterThan(30)
    for (const run of runs) expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="(方正小标宋简体|仿宋|黑体|宋体)"/)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4)
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
    expect(xml).not.toMatch(/<w:(sdt|txbxContent|pict|drawing)\b/)
  })

  it('takes the whole width between the margins', async () => {
    const xml = (await partsOf(await writeWord(sampleDocument(3)))).get('word/document.xml') ?? ''
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.reduce((all, one) => all + one, 0)).toBe(Math.round((243 / 25.4) * 1440))
  })

  it('numbers its pages, names substitute fonts and says what it is', async () => {
    const parts = await partsOf(await writeWord(sampleDocument(1), { now }))
    const footer = [...parts].find(([name]) => /^word\/footer\d\.xml$/.test(name))?.[1] ?? ''
    expect(footer).toContain('PAGE')
    expect(footer).toContain('NUMPAGES')
    expect(parts.get('word/fontTable.xml')).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋,',
    )
    const core = parts.get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:creator>沈阳市科协</dc:creator>')
    expect(core).toContain('2023-08-20T01:30:00Z</dcterms:created>')
    for (const name of ['title', 'subject', 'description'] as const)
      expect(core).toContain(`<dc:${name}>${sampleDocument(1).properties[name] ?? 'missing'}</dc:${name}>`)
  })

  it('is Chinese, with letters that are not broken like Chinese characters', async () => {
    const parts = await partsOf(await writeWord(sampleDocument(1)))
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>')
    expect(parts.get('word/settings.xml')).toContain('<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>')
    expect(parts.get('word/styles.xml')).toMatch(
      /<w:docDefaults>.*<w:lang w:val="zh-CN" w:eastAsia="zh-CN"\/>.*<\/w:docDefaults>/s,
    )
    expect(parts.get('word/document.xml')).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
  })

  it('is the same, byte for byte, for the same content and time', async () => {
    const first = await writeWord(sampleDocument(5), { now })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2031, 3, 5) })
    expect((await writeWord(sampleDocument(5), { now })).equals(first)).toBe(true)
  })

  it('shows small pictures in a column of their own, each under its name', async () => {
    const doc = sampleDocument(3)
    const picture = { jpeg: Buffer.from([255, 216, 255, 217]), width: 200, height: 100, alt: '甲<1>.jpg' }
    const pictures = {
      label: '缩略图',
      behind: 1,
      pictures: [picture, undefined, { ...picture, alt: '丙.jpg' }],
    }
    const content = await writeWord({ ...doc, pictures }, { now })
    const cells = await wordCells(content)
    expect(cells.map((row) => row[1])).toEqual(['缩略图', '', '', ''])
    expect(cells.map((row) => row.toSpliced(1, 1))).toEqual([
      doc.columns.map(({ label }) => label),
      ...doc.rows,
    ])
    expect(await wordPictures(content)).toEqual([
      { row: 1, alt: '甲<1>.jpg' },
      { row: 3, alt: '丙.jpg' },
    ])
    const xml = (await partsOf(content)).get('word/document.xml') ?? ''
    // 28 mm wide, and half as high.
    expect(xml).toContain('<wp:extent cx="1009650" cy="504825"/>')
    const again = await writeWord({ ...doc, pictures }, { now })
    expect(again.equals(content)).toBe(true)
  })

  it('can do without annex label, lines and rows', async () => {
    const doc = sampleDocument(0, { annexLabel: undefined, preamble: [] })
    expect(await wordCells(await writeWord(doc))).toHaveLength(1)
  })
})
