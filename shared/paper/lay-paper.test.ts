import { describe, expect, it } from 'vitest'
import { layPaper } from './lay-paper.ts'
import { joined } from './markup.ts'
import { printableHeight } from './page-layout.ts'
import type { Paper } from './paper.ts'
import { samplePapers } from './sample-papers.fixture.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&([a-z#0-9]+);/g, (_, name: string) => entities[name] ?? '?')

/** What stands on the sheets: the table's header and rows on each, as texts. */
function readSheets(paper: Paper) {
  return layPaper(paper).sheets.map(({ parts }) => {
    const html = joined(parts).html
    const list = /<table class="list">.*?<\/table>/s.exec(html)?.[0] ?? ''
    const rows = list.split(/<tr>/).slice(1)
    const cells = (row: string) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map((one) => textOf(one[1] ?? ''))
    return { html, header: rows[0] && cells(rows[0]), rows: rows.slice(1).map(cells) }
  })
}
const tableOf = (paper: Paper) => paper.blocks.find((block) => block.kind === 'table')
const given = (name: string): Paper => {
  const paper = samplePapers.find(([one]) => one === name)?.[1]
  if (!paper) throw new Error(name)
  return paper
}

describe.each(samplePapers)('on the sheets of %s', (_, paper) => {
  const sheets = readSheets(paper)
  const table = tableOf(paper)

  it('every row stands once, in order and whole', () =>
    expect(sheets.flatMap(({ rows }) => rows)).toEqual(table?.rows ?? []))
  it('the header stands above the rows of each, and never alone', () => {
    for (const { header, rows } of sheets) {
      expect(header).toEqual(rows.length > 0 ? table?.columns.map(({ label }) => label) : undefined)
      if (rows.length > 0) expect(rows.length).toBeGreaterThanOrEqual(Math.min(2, table?.rows.length ?? 0))
    }
  })
  it('nothing is taller than the type area', () => {
    for (const { used } of layPaper(paper).sheets) expect(used).toBeLessThan(printableHeight('portrait'))
  })
  it('all that is signed stands on the first, once', () => {
    const fields = sheets.map(({ html }) => html.match(/class="field/g)?.length ?? 0)
    expect(fields).toEqual(sheets.map((__, index) => (index === 0 ? 4 : 0)))
  })
  it('every line of every entry stands', () => {
    const text = textOf(sheets.map(({ html }) => html).join(''))
    for (const block of paper.blocks)
      if (block.kind === 'entries')
        for (const line of block.entries.flatMap(({ lines }) => lines)) expect(text).toContain(line)
  })
})

it.each([
  'ordinary-2',
  'ordinary-20',
  'ordinary-21-late',
  'history-12',
  'statement-media',
  'statement-longest',
])('%s stands on one sheet', (name) => expect(layPaper(given(name)).sheets).toHaveLength(1))

it('no last sheet holds a few rows that closer lines save', () => {
  const { sheets } = layPaper(given('ordinary-200'))
  expect(sheets.at(-1)?.used).toBeGreaterThan(printableHeight('portrait') / 4)
})

it('a short paper has larger letters than one that would not fit otherwise', () => {
  const size = (name: string) => layPaper(given(name)).density.form.size
  expect(size('ordinary-2')).toBeGreaterThan(size('ordinary-20'))
})

describe('what is longer than a sheet', () => {
  const paper = given('ordinary-2')
  const long = '科普'.repeat(3000)

  it('goes on in further rows of the table', () => {
    const blocks = paper.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: [
              ['1', long, '1 MB', '', '合格'],
              ['2', '短', '', '', ''],
            ],
          }
        : block,
    )
    const rows = readSheets({ ...paper, blocks }).flatMap((sheet) => sheet.rows)
    expect(rows.map((row) => row[1]).join('')).toBe(`${long}短`)
    expect(rows.map((row) => row[0]).join('')).toBe('12')
    for (const { used } of layPaper({ ...paper, blocks }).sheets)
      expect(used).toBeLessThan(printableHeight('portrait'))
  })
  it('goes on in further rows of the form', () => {
    const blocks = paper.blocks.map((block) =>
      block.kind === 'entries'
        ? { ...block, entries: [...block.entries, { label: '说明', lines: [long], wide: true }] }
        : block,
    )
    const { sheets } = layPaper({ ...paper, blocks })
    const text = textOf(sheets.map(({ parts }) => joined(parts).html).join(''))
    expect(text.match(/科普科普/g)?.length ?? 0).toBeGreaterThan(1450)
    for (const { used } of sheets) expect(used).toBeLessThan(printableHeight('portrait'))
  })
})

it('a form without a word has a sheet all the same', () => {
  const { sheets } = layPaper({ ...given('empty'), blocks: [], subtitle: [] })
  expect(sheets).toHaveLength(1)
})
