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

describe('what is signed', () => {
  const withNotes = (lines: string[]): Paper => {
    const paper = given('ordinary-20')
    const blocks = paper.blocks.map((block) =>
      block.kind === 'entries'
        ? {
            ...block,
            entries: block.entries.map((entry) =>
              entry.label === '例外说明' ? { ...entry, lines, wide: true } : entry,
            ),
          }
        : block,
    )
    return { ...paper, blocks }
  }
  const many = Array.from({ length: 2000 }, (_, index) => `· 像素不够（第${index + 1}号）：原因${index}`)
  const reason = '老照片只有这一份，已电话请示。'.repeat(140)
  it.each([
    ['one reason of 2,000 characters', [`· 像素不够（第1号）：${reason}`], '（另有部分内容，见下页“续”）'],
    ['reasons of 2,000 characters each', many.slice(0, 5).map((line) => line + reason), '（另有部分内容'],
    ['2,000 reasons', many, '（另有1982条，见下页“续”）'],
    ['lines to fill in by hand', Array.from({ length: 8 }, () => `· ${'_'.repeat(120)}`), ''],
  ])('stands on the first sheet, whatever is said above: %s', (_, lines, notice) => {
    const sheets = readSheets(withNotes(lines))
    expect(sheets.map(({ html }) => html.includes('class="field'))).toEqual(sheets.map((__, at) => at === 0))
    expect(textOf(sheets[0]?.html ?? '')).toContain(notice)
    const text = sheets.map(({ html }) => [...html.matchAll(/<p class="point">(.*?)<\/p>/g)].map(([, one = '']) => textOf(one)).join('')).join('') // prettier-ignore
    expect(text.replaceAll(/\s/g, '')).toBe(lines.join('').replaceAll(/\s/g, ''))
  })
  it('is followed by what goes on on a sheet of its own', () => {
    const [, second] = readSheets(withNotes(many.slice(0, 60)))
    expect(textOf(second?.html ?? '').replaceAll(/\s/g, '')).toMatch(
      /^2023年科普日宣传素材报送核对单（续）沈阳市科协例外说明（续）/,
    )
  })
})

it('a cell of many paragraphs is continued with its line breaks', () => {
  const paper = given('ordinary-2')
  const paragraphs = Array.from({ length: 80 }, (_, index) => `第${index}段`)
  const blocks = paper.blocks.map((block) =>
    block.kind === 'table' ? { ...block, rows: [['1', paragraphs.join('\n'), '1 MB', '', '']] } : block,
  )
  const html = layPaper({ ...paper, blocks })
    .sheets.flatMap(({ parts }) => parts)
    .map((part) => part.html)
    .join('')
  const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)]
    .map(([, cell = '']) => cell)
    .filter((cell) => cell.includes('段'))
  expect(cells).toHaveLength(3)
  expect(cells.flatMap((cell) => cell.split('<br />')).map(textOf)).toEqual(paragraphs)
})

it('a long line of the form hangs behind its point in each of its parts', () => {
  const entries = [{ label: '提请核对', lines: [`· ${'科普日，'.repeat(2000)}`], wide: true }]
  const html = layPaper({ ...given('ordinary-2'), blocks: [{ kind: 'entries', entries }] })
    .sheets.flatMap(({ parts }) => parts)
    .map((part) => part.html)
    .join('')
  const parts = html.match(/<p class="point">/g)?.length ?? 0
  expect(parts).toBeGreaterThan(4)
  expect(html.match(/<p(?! class="(?:point|running|subtitle)")/g)).toHaveLength(1)
})

it('a form without a word has a sheet all the same', () => {
  const { sheets } = layPaper({ ...given('empty'), blocks: [], subtitle: [] })
  expect(sheets).toHaveLength(1)
})
