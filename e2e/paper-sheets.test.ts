import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
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
  readonly overflow: number
}

const looksOf = (page: Page): Promise<SheetLook[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.paper .sheet')].map((sheet) => {
      const area = sheet.querySelector<HTMLElement>('.area')
      if (!area) throw new Error('no type area')
      const room = area.getBoundingClientRect()
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
        outside: outside.map((element) => `${element.className} ${element.textContent}`),
        overflow: area.scrollHeight - area.clientHeight,
      }
    }),
  )

/** Between who signs and the date, in millimetres. */
const signingRoom = (page: Page): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.field div')].map((field) => {
      const [who, date] = [...field.children].map((line) => line.getBoundingClientRect())
      return (((date?.top ?? 0) - (who?.bottom ?? 0)) / 96) * 25.4
    }),
  )

/** Everything the paper says, without blanks and bullets: where lines end is nobody's matter. */
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
const dense = (text: string): string => text.replace(/[\s·]/gu, '')

describe.each(samplePapers)('%s', (name, paper) => {
  test('fills its sheets and leaves none, on the screen and on paper', async () => {
    const page = await opened(paper)
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const looks = await looksOf(page)
      expect(looks.flatMap(({ outside }) => outside)).toEqual([])
      expect(looks.map(({ overflow }) => Math.max(overflow, 0))).toEqual(looks.map(() => 0))
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
    await page.close()
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
