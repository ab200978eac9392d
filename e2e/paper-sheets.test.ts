import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfText } from '../hosting/pdf-text.fixture.ts'
import type { Paper } from '../shared/paper/paper.ts'
import { paperHtml, paperSheets, paperStyle } from '../shared/paper/paper-html.ts'
import { samplePapers } from '../shared/paper/sample-papers.fixture.ts'
import { closeBrowser, openBrowser } from './app.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '科普 纸 '))
})
afterAll(async () => {
  await closeBrowser()
  await rm(folder, { recursive: true, force: true })
})

/** The page as it lies beside a package, opened by a double click. */
async function opened(paper: Paper): Promise<Page> {
  const file = path.join(folder, '报送核对单.html')
  await writeFile(file, paperHtml(paper))
  const page = await (await openBrowser()).newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(pathToFileURL(file).href)
  return page
}

interface SheetLook {
  readonly text: string
  /** What lies outside of the type area or is cut off, by its text. */
  readonly outside: readonly string[]
  /** What it takes beyond A4, in millimetres. */
  readonly grown: number
}

const looksOf = (page: Page): Promise<SheetLook[]> =>
  page.evaluate(() => {
    /** Lines of letters that cross the border of their cell. */
    const crossing = (area: HTMLElement) =>
      [...area.querySelectorAll('td, th')].flatMap((cell) => {
        const own = cell.getBoundingClientRect()
        const range = document.createRange()
        range.selectNodeContents(cell)
        return [...range.getClientRects()]
          .filter((line) => line.right > own.right + 0.5 || line.bottom > own.bottom + 0.5)
          .map(() => `letters of ${cell.textContent}`)
      })
    return [...document.querySelectorAll<HTMLElement>('.paper .sheet')].map((sheet) => {
      const area = sheet.querySelector<HTMLElement>('.area')
      if (!area) throw new Error('no type area')
      const room = area.getBoundingClientRect()
      const foot = sheet.querySelector('footer')?.getBoundingClientRect()
      const end = sheet.getBoundingClientRect().bottom
      const footIsFree = foot !== undefined && foot.top >= room.bottom && foot.bottom <= end
      const outside = [...area.querySelectorAll('td, th, p, h1, h2, span')].filter((element) => {
        const { left, right, bottom } = element.getBoundingClientRect()
        const cell = element.closest('td, th')?.getBoundingClientRect()
        const isCut = element.scrollWidth > Math.ceil(element.clientWidth) + 1 && element.clientWidth > 0
        const leavesCell = cell !== undefined && (right > cell.right + 0.5 || bottom > cell.bottom + 0.5)
        return (
          isCut || leavesCell || left < room.left - 1 || right > room.right + 1 || bottom > room.bottom + 1
        )
      })
      return {
        text: sheet.innerText,
        outside: [
          ...outside.map((element) => `${element.className} ${element.textContent}`),
          ...(footIsFree ? [] : ['footer']),
          ...crossing(area),
        ],
        grown: (sheet.offsetHeight / 96) * 25.4 - 297,
      }
    })
  })

/** Between who signs and the date, in millimetres. */
const signingRoom = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.field div')].map((field) => {
      const [who, date] = [...field.children].map((line) => line.getBoundingClientRect())
      return (((date?.top ?? 0) - (who?.bottom ?? 0)) / 96) * 25.4
    }),
  )

/** Everything the paper says, without blanks: where lines end is nobody's matter. */
function datums(paper: Paper): string[] {
  const texts = paper.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'entries':
        return block.entries.flatMap(({ lines }) => lines)
      case 'ticks':
        return block.ticks.map(({ text, ticked }) => `${ticked ? '√' : '□'}${text}`)
      case 'signatures':
        return block.roles
      case 'paragraphs':
        return block.lines
      case 'table':
        return block.rows.map((row) => row.join(''))
    }
  })
  return [paper.title, ...paper.subtitle, ...texts].map(dense)
}
const dense = (text: string): string => text.replace(/\s/gu, '')

describe.each(samplePapers)('%s', (name, paper) => {
  test('fills its sheets and leaves none, on the screen and on paper', async () => {
    const page = await opened(paper)
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const looks = await looksOf(page)
      expect(looks.flatMap(({ outside }) => outside)).toEqual([])
      // On the screen a sheet has a border.
      for (const { grown } of looks) expect(grown).toBeLessThan(1)
    }
    for (const room of await signingRoom(page)) expect(room).toBeGreaterThanOrEqual(18)
    const looks = await looksOf(page)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const pages = await pdfText(pdf)
    expect(pages).toHaveLength(looks.length)
    const shown = dense(looks.map(({ text }) => text).join(''))
    const printed = dense(pages.join(''))
    expect(datums(paper).filter((datum) => !shown.includes(datum))).toEqual([])
    expect(datums(paper).filter((datum) => !printed.includes(datum))).toEqual([])
    if (process.env['SHOTS'])
      await page.screenshot({ path: path.join(process.env['SHOTS'], `paper-${name}.png`) })
    await page.addStyleTag({ content: widest })
    const inOtherFont = await looksOf(page)
    expect(inOtherFont.flatMap(({ outside }) => outside)).toEqual([])
    for (const { grown } of inOtherFont) expect(grown).toBeLessThan(1)
    await page.close()
  })
})

/** The widest letters that Linux and Windows put in for those of a missing font. */
const widest = `.paper, .paper * { font-family: 'DejaVu Sans', Verdana, 'Noto Sans CJK SC' !important; }`

/** Texts whose width nobody foresees; those in the first list are read back from the PDF letter by letter. */
const plain = {
  capitals: 'WWWWMMMMWWWWMMMM MMMMWWWW@@@@%%%% WMWMWMWMWMWMWMWM',
  letters: 'mmmmwwwwmmmmwwww '.repeat(5),
  cyrillic: 'ДЕНЬ НАУКИ ШЭНЬЯН ЖЩШМ '.repeat(4),
  digits: '沈阳市科协-20230520101010123456789012345678901234567890',
  address: 'https://www.kepuri.cn/huodong/20230917/001122334455667788/index_2023.html',
  lines: '_'.repeat(120),
  shouts: `太精彩了${'！'.repeat(34)}`,
  brackets: '（'.repeat(70),
}
const odd = {
  dashes: '—'.repeat(60),
  dots: `我们一起走进科技馆${'…'.repeat(40)}看展览`,
  marks: '科̴̨̛͓̠͚̈́̀͂̎普̷̢̧̛̦͍͈̇͐̌͘日'.repeat(12),
  thai: 'วันวิทยาศาสตร์แห่งชาติกิจกรรม'.repeat(3),
  indian: 'राष्ट्रीय विज्ञान दिवस '.repeat(4),
  burmese: 'မြန်မာ'.repeat(12),
  mongolian: 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ '.repeat(5),
  uyghur: 'خەلقئارا پەن كۈنى '.repeat(4),
}

/** A checklist of forty such files, with doubts about eight of them. */
function paperOf(text: string): Paper {
  const [, sample] = samplePapers.find(([name]) => name === 'ordinary-20') ?? []
  if (!sample) throw new Error('no sample')
  const rows = Array.from({ length: 40 }, (_, index) => [
    String(index + 1),
    `甲${index}乙${text}丙${index}丁`,
    '3.43 MB',
    '4032×3024',
    `请核对：${text.slice(0, 20)}`,
  ])
  const lines = Array.from({ length: 8 }, (_, index) => `· 戊${index}己${text}庚${index}辛`)
  const blocks = sample.blocks.map((block) => {
    if (block.kind === 'table') return { ...block, rows }
    if (block.kind !== 'entries') return block
    const entries = block.entries.map((entry) =>
      entry.label === '提请核对' ? { ...entry, wide: true, lines } : entry,
    )
    return { ...block, entries }
  })
  return { ...sample, blocks }
}

/** What lies too near to the upper or lower edge of the pages to be printed, in points. */
async function atEdges(pdf: Uint8Array): Promise<string[]> {
  const file = await getDocumentProxy(new Uint8Array(pdf))
  const pages = Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1))
  const contents = await Promise.all(pages.map(async (page) => (await page).getTextContent()))
  return contents.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const height: unknown = item.transform[5]
      return typeof height === 'number' && height > 30 && height < 842 - 90
        ? []
        : [`${item.str} ${String(height)}`]
    }),
  )
}

describe.each(Object.entries({ ...plain, ...odd }))('%s of unforeseen width', (name, text) => {
  test.each([
    ['in wide letters', widest],
    ['in letters far too wide', '.paper td { letter-spacing: 0.3em; } .paper .box { letter-spacing: 0; }'],
  ])('%s are all there, and nothing lies on another thing', async (_, style) => {
    const paper = paperOf(text)
    const page = await opened(paper)
    await page.addStyleTag({ content: style })
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      expect((await looksOf(page)).flatMap(({ outside }) => outside)).toEqual([])
    }
    const pdf = await page.pdf({ preferCSSPageSize: true })
    await page.close()
    expect(await atEdges(pdf)).toEqual([])
    const printed = dense((await pdfText(pdf)).join(''))
    const marks = (sign: (index: number) => string, count: number) =>
      Array.from({ length: count }, (__, index) => sign(index)).filter((sought) => !printed.includes(sought))
    expect(marks((index) => `甲${index}乙`, 40).concat(marks((index) => `丙${index}丁`, 40))).toEqual([])
    expect(marks((index) => `戊${index}己`, 8).concat(marks((index) => `庚${index}辛`, 8))).toEqual([])
    if (name in plain) expect(marks((index) => dense(`甲${index}乙${text}丙${index}丁`), 40)).toEqual([])
  })
})

test('the sheets stand in a shadow root of the window as they stand on their own page', async () => {
  const [, paper] = samplePapers.find(([name]) => name === 'longest-20') ?? []
  if (!paper) throw new Error('no sample')
  const alone = await opened(paper)
  const heights = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('#host')?.shadowRoot ?? document
      return [...root.querySelectorAll('.sheet tr')].map((row) => row.getBoundingClientRect().height)
    })
  const expected = await heights(alone)
  expect(expected.length).toBeGreaterThan(30)
  await alone.setContent(
    '<html lang="zh-CN"><body style="font: 20px/2 sans-serif; color: red"><div id="host"></div>',
  )
  await alone.evaluate(
    ([style, sheets]) => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
      if (root) root.innerHTML = `<style>${style}</style><div class="paper">${sheets}</div>`
    },
    [paperStyle, paperSheets(paper)] as const,
  )
  expect(await heights(alone)).toEqual(expected)
  await alone.close()
})
