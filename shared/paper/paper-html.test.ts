import { describe, expect, it } from 'vitest'
import { shortMark } from '../text/short-mark.ts'
import { paperHtml, paperSheets, paperStyle, readPaper, readPaperParts, sheetCount } from './paper-html.ts'
import type { Paper } from './paper.ts'
import { samplePapers } from './sample-papers.fixture.ts'

const [, sample] = samplePapers[0] ?? []
if (!sample) throw new Error('no sample')
const hostileText = `</script><script id="paper">{}</script><!--<img src=x onerror="alert(1)">'&amp;\u0000\uD835李𬭊㛃`
const hostile: Paper = {
  ...sample,
  title: hostileText,
  subtitle: [hostileText],
  annexLabel: hostileText,
  colophon: hostileText,
  properties: { title: hostileText, author: hostileText, description: hostileText },
  blocks: [
    {
      kind: 'entries',
      entries: [{ label: hostileText, lines: [hostileText, `· ${hostileText}`], wide: true }],
    },
    { kind: 'ticks', label: hostileText, ticks: [{ text: hostileText, ticked: true }] },
    { kind: 'signatures', roles: [hostileText], seal: true },
    { kind: 'paragraphs', lines: [hostileText] },
    { kind: 'table', title: hostileText, columns: [{ label: hostileText, width: 1 }], rows: [[hostileText]] },
  ],
}

describe('the page of a paper', () => {
  it.each(samplePapers)('gives %s back to machines', (_, paper) =>
    expect(readPaper(paperHtml(paper))).toEqual(paper),
  )
  it('gives hostile texts back as they were', () => expect(readPaper(paperHtml(hostile))).toEqual(hostile))
  it('gives them back from a file as well', () => {
    const file = new TextEncoder().encode(paperHtml(hostile))
    expect(readPaper(new TextDecoder().decode(file))).toEqual(hostile)
  })
  it('tells which archives it speaks of, also where a later version has written it', () => {
    const later = paperHtml(Object.assign({}, sample, { format: 2 }))
    expect(readPaper(later)).toBeUndefined()
    expect(readPaperParts(later)).toEqual({ kind: sample.kind, parts: sample.parts })
  })
  it.each(samplePapers)('%s is counted in sheets', (_, paper) => {
    const page = paperHtml(paper)
    expect(page).toContain(`共${sheetCount(page)}页`)
  })
  it('has no tag of a text’s making', () => {
    const page = paperHtml(hostile)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<\/script/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img|<!--/)
  })
  it('may load and run nothing', () => {
    expect(paperHtml(sample)).toContain(`default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;`)
    expect(paperHtml(sample)).not.toMatch(/https?:|url\(/)
  })
  it('numbers its sheets', () => {
    const long = samplePapers.find(([name]) => name === 'ordinary-200')?.[1] ?? sample
    const pages = [...paperSheets(long).matchAll(/第(\d+)页　共(\d+)页/g)].map(([, page, of]) => [page, of])
    expect(pages).toEqual(pages.map((_, index) => [String(index + 1), String(pages.length)]))
    expect(pages.length).toBeGreaterThan(4)
  })
  it('styles nothing but the paper', () => {
    const selectors = [...paperStyle.matchAll(/^([^@{}\n][^{}]*)\{/gm)].flatMap(([, one = '']) =>
      one.split(','),
    )
    expect(selectors.length).toBeGreaterThan(40)
    for (const selector of selectors) expect(selector.trim()).toMatch(/^\.paper\b/)
  })
})

describe('a page that is none of ours', () => {
  it.each(['', '<html></html>', '<script type="application/json" id="paper">{"format":1}</script>'])(
    '%j has no paper',
    (page) => expect(readPaper(page)).toBeUndefined(),
  )
  it('has none either where its data were cut', () =>
    expect(readPaper(paperHtml(sample).replace('"format":1', '"format":'))).toBeUndefined())
  it.each([
    ['a sentence on its sheets', (page: string) => page.replace('<h1>', '<h1>原')],
    ['its style', (page: string) => page.replace('color: #000', 'color: #fff')],
    ['its data', (page: string) => page.replace('"bytes":', '"bytes":1')],
    ['its mark', (page: string) => page.replace(/(name="mark" content=")[0-9a-f]+/, '$1')],
    ['a sign behind its end', (page: string) => `${page}\n`],
  ])('has none where another program changed %s', (_, change) => {
    const page = paperHtml(sample)
    expect(change(page)).not.toBe(page)
    expect(readPaper(change(page))).toBeUndefined()
    expect(readPaperParts(change(page))).toBeUndefined()
  })
  it('has none where its data hold more than any paper does, whatever it is', () => {
    const marked = (data: string) => {
      const page = `<meta name="mark" content="" /><script type="application/json" id="paper">${data}</script>`
      return page.replace('""', `"${shortMark(page)}"`)
    }
    const held = (count: number) =>
      marked(`{"kind":"checklist","parts":[],"more":[${Array.from({ length: count }, () => 0).join()}]}`)
    expect(readPaperParts(held(100_000))).toEqual({ kind: 'checklist', parts: [] })
    expect(readPaperParts(held(300_000))).toBeUndefined()
    // Each of these would be a fault of its own, and heap and stack end before they do.
    expect(readPaper(marked(`{"parts":[${'{},'.repeat(3_900_000)}{}]}`))).toBeUndefined()
    expect(readPaper(marked(`{"blocks":[${'0,'.repeat(5_800_000)}0]}`))).toBeUndefined()
  })
})
