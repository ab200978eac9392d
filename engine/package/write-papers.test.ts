import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Step } from '../../shared/operation.ts'
import { sheetCount } from '../../shared/paper/paper-html.ts'
import type { LogEntry, PrintPdf } from '../world.ts'
import { build, faultOf, inNewFolders, leftovers, out, twoPhotos } from './packing-desk.fixture.ts'
import { pdfOf, print, printing } from './printers.fixture.ts'

inNewFolders()

const pages = ['报送核对单.html', '权属与授权声明.html']
const pdfs = ['报送核对单.pdf', '权属与授权声明.pdf']

/** Packs with such a printer: what is published, what the result names, what was asked for and what was said. */
async function packed(printPdf: PrintPdf) {
  const { printer, asked } = printing(printPdf)
  const entries: LogEntry[] = []
  const steps: Step[] = []
  const { out: folder, documents } = await build(await twoPhotos(), {
    printPdf: printer,
    log: (entry) => entries.push(entry),
    onProgress: (step) => steps.push(step),
  })
  const published = await readdir(folder)
  const named = documents.map((file) => path.basename(file))
  return {
    asked,
    folder,
    steps: steps.filter(({ stage }) => stage === 'print'),
    said: entries.map(({ event }) => event),
    published: published.filter((name) => name.endsWith('.pdf')).toSorted(),
    pages: published.filter((name) => name.endsWith('.html')).toSorted(),
    named: named.filter((name) => name.endsWith('.pdf')),
    odd: published.filter((name) => !named.includes(name) && !name.endsWith('.zip')),
  }
}

test('a printer prints every paper, each is told of, and nothing else is left', async () => {
  const made = await packed(print)
  expect(made).toMatchObject({ asked: pages, published: pdfs, named: pdfs, odd: [], said: [] })
  expect(made.steps).toEqual([
    { stage: 'print', done: 0, total: 2, item: pdfs[0] },
    { stage: 'print', done: 1, total: 2, item: pdfs[1] },
  ])
  expect(await leftovers(out)).toEqual([])
})
test('what is printed is the page that lies in the package', async () => {
  const seen: string[] = []
  const digest = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  const { folder } = await packed(async (page, pdf, signal) => {
    seen.push(digest(await readFile(page)))
    await print(page, pdf, signal)
  })
  expect(seen).toEqual(
    await Promise.all(pages.map(async (name) => digest(await readFile(path.join(folder, name))))),
  )
})
test('a PDF of more pages than sheets is kept, for nothing is lost, and is told of', async () => {
  const made = await packed(async (page, pdf) =>
    writeFile(pdf, pdfOf(sheetCount(await readFile(page, 'utf8')) + 1)),
  )
  expect(made).toMatchObject({ named: pdfs, published: pdfs })
  expect(new Set(made.said)).toEqual(new Set(['paper-longer-than-laid-out']))
})

describe('no PDF is published, the pages are, and nothing more is printed', () => {
  const printers: readonly (readonly [string, PrintPdf])[] = [
    ['rejects', () => Promise.reject(new Error('out of paper'))],
    [
      'writes half and rejects',
      async (_page, pdf) => {
        await writeFile(pdf, pdfOf(1).slice(0, 20))
        throw new Error('torn')
      },
    ],
    ['resolves and writes nothing', async () => undefined],
    ['writes rubbish and resolves', (_page, pdf) => writeFile(pdf, 'no such thing')],
    ['writes the beginning only', (_page, pdf) => writeFile(pdf, pdfOf(1).replace('%%EOF', ''))],
    ['writes the end only', (_page, pdf) => writeFile(pdf, pdfOf(1).slice(1))],
    ['writes fewer pages than there are sheets', (_page, pdf) => writeFile(pdf, pdfOf(0))],
    [
      'leaves a folder in its place',
      async (_page, pdf) => {
        await mkdir(pdf)
        await writeFile(path.join(pdf, '里面'), 'x')
      },
    ],
  ]
  test.each(printers)('by a printer that %s', async (_, printer) => {
    const made = await packed(printer)
    expect(made).toMatchObject({ asked: pages.slice(0, 1), published: [], named: [], odd: [], pages })
    expect(made.said).toEqual(['paper-not-printed'])
  })
  test('by a printer that fails at the second paper, except the first', async () => {
    let count = 0
    const made = await packed(async (page, pdf, signal) => {
      if ((count += 1) === 2) throw new Error('out of paper')
      await print(page, pdf, signal)
    })
    expect(made).toMatchObject({ asked: pages, published: pdfs.slice(0, 1), named: pdfs.slice(0, 1), pages })
  })
})

describe('a clerk who cancels while a paper is printed is left with nothing', () => {
  test.each([
    ['rejects then', true],
    ['goes on all the same', false],
  ])('where the printer %s', async (_, rejects) => {
    const stop = new AbortController()
    const { printer, asked } = printing(async (page, pdf, signal) => {
      stop.abort()
      expect(signal.aborted).toBe(true)
      await print(page, pdf, signal)
      if (rejects) throw new Error('stopped')
    })
    const entries: LogEntry[] = []
    const call = build(await twoPhotos(), {
      printPdf: printer,
      signal: stop.signal,
      log: (entry) => entries.push(entry),
    })
    expect(await faultOf(call)).toEqual({ code: 'cancelled' })
    expect(asked).toEqual(pages.slice(0, 1))
    // A clerk's own wish is no trouble of the printer.
    expect(entries).toEqual([])
    expect(await readdir(out).catch(() => [])).toEqual([])
  })
})
