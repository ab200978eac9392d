import { paperNames } from '../shared/paper/paper.ts'

/** Whether papers were to be printed as PDF, and by what. */
export interface Printing {
  /** Asked for (no `--no-pdf`). */
  readonly pdf: boolean
  /** A browser is at hand. */
  readonly prints: boolean
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

/** One sentence where a PDF was wanted and is not there. */
export function whyNoPdf(documents: readonly string[], { pdf, prints }: Printing): readonly string[] {
  if (!pdf || papersOf(documents).every((paper) => paper.pdf !== undefined)) return []
  const reason = prints ? '浏览器没有打印成功，原因记在日志里' : '这台电脑上没有找到 Edge、Chrome 或 Chromium'
  return [`没有生成 PDF：${reason}。要打印，请用浏览器打开${paperNames.checklist}.html，再打印`]
}
