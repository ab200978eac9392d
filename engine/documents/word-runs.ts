import { TextRun } from 'docx'
import { documentText } from './document-text.ts'

export interface WordLook {
  readonly font: string
  /** In points. */
  readonly size: number
}

/** As Word itself writes Chinese documents: letters that are called Chinese would be broken anywhere (LibreOffice does). */
const language = { value: 'en-US', eastAsia: 'zh-CN' } as const

/** How a run looks, as docx wants it. The hint makes Word take “”—… from the Chinese font too. */
export const runStyle = ({ font: name, size }: WordLook) => ({
  font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' as const },
  size: size * 2,
  language,
  // Or Word underlines each name of a file.
  noProof: true,
})

/** A text as runs, one for each line. Every run names its fonts: WPS does not take them from the style reliably. */
export function wordRuns(text: string, look: WordLook): TextRun[] {
  return documentText(text)
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...runStyle(look), ...(index > 0 ? { break: 1 } : {}) }))
}
