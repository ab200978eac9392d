import type { Browser } from '../hosting/find-chromium.ts'
import { paperNames } from '../shared/paper/paper.ts'
import { printableName } from './printable.ts'

/** Whether papers were to be printed as PDF, and by what. */
export interface Printing {
  /** Asked for (no `--no-pdf`). */
  readonly pdf: boolean
  readonly browser: Browser
}

interface Papers {
  readonly page: string
  readonly pdf: string | undefined
}

/** The papers among the documents: each is a page, and a PDF beside it where one was made. */
const papersOf = (documents: readonly string[]): readonly Papers[] =>
  Object.values(paperNames).flatMap((name) => {
    const find = (file: string) => documents.find((document) => document.endsWith(file))
    const page = find(`${name}.html`)
    return page === undefined ? [] : [{ page, pdf: find(`${name}.pdf`) }]
  })

/** What to print, a line for each paper: the PDF, or else the page. */
export const paperLines = (documents: readonly string[]): readonly string[] =>
  papersOf(documents).map(({ page, pdf }) => `打　印：${pdf ?? `${page}（用浏览器打开，再打印）`}`)

/**
 * What came of the papers as PDF, as scripts read it: written; off by `--no-pdf` or `CHROMIUM=none`; none, for there is no
 * browser, or not the one that `CHROMIUM` names; failed for one of them at least.
 */
export type PdfState = 'written' | 'off' | 'none' | 'failed'

export function pdfState(documents: readonly string[], { pdf, browser }: Printing): PdfState {
  if (!pdf) return 'off'
  if ('missing' in browser) return browser.missing === 'off' ? 'off' : 'none'
  return papersOf(documents).every((paper) => paper.pdf !== undefined) ? 'written' : 'failed'
}

/** One sentence where a PDF was wanted and is not there. */
export function whyNoPdf(documents: readonly string[], printing: Printing): readonly string[] {
  if (!printing.pdf || pdfState(documents, printing) === 'written') return []
  return [`${reasonOf(printing.browser)}。要打印，请用浏览器打开${paperNames.checklist}.html，再打印`]
}

function reasonOf(browser: Browser): string {
  if ('program' in browser) return '没有生成 PDF：浏览器没有打印成功，原因记在日志里'
  if (browser.missing === 'off') return '按设置没有生成 PDF（环境变量 CHROMIUM 是 none）'
  if (browser.missing === 'none') return '没有生成 PDF：这台电脑上没有找到 Edge、Chrome 或 Chromium'
  return `没有生成 PDF：环境变量 CHROMIUM 写的“${printableName(browser.named)}”不在，或者不是能运行的程序；请写浏览器程序的完整路径`
}
