import { paperWords } from '../wording/paper-words.ts'
import { type Html, joined, markup } from './markup.ts'
import { layPaper } from './lay-paper.ts'
import { Paper } from './paper.ts'
import { sheetStyle } from './sheet-style.ts'

/** The style of sheets, on the screen and in print; everything in it lies below `.paper`. */
export const paperStyle = sheetStyle

/** The sheets of a paper as HTML, to stand in an element of class `paper`. Every text is escaped. */
export const paperSheets = (paper: Paper): string => sheetsHtml(paper).html

function sheetsHtml(paper: Paper): Html {
  const { density, sheets } = layPaper(paper)
  return joined(
    sheets.map(({ parts }, index) => {
      const page = paperWords.page(index + 1, sheets.length)
      return markup`<section class="sheet ${density.name}">
        <div class="area">${parts}</div>
        <footer><span class="colophon">${paper.colophon}</span><span class="page">${page}</span></footer>
      </section> `
    }),
  )
}

/** Nothing is loaded and nothing is run, whatever stands in the texts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A whole page that needs nothing but itself, with the paper's data in it for machines. */
export function paperHtml(paper: Paper): string {
  const { title, author, description } = paper.properties
  const data: Html = { html: JSON.stringify(paper).replaceAll('<', '\\u003c') }
  const style: Html = { html: `html, body { margin: 0; }${sheetStyle}` }
  return markup`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="author" content="${author}" />
        <meta name="description" content="${description}" />
        <meta name="generator" content="${paper.colophon}" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
        <script type="application/json" id="paper">
          ${data}
        </script>
      </head>
      <body>
        <div class="paper">${sheetsHtml(paper)}</div>
      </body>
    </html> `.html
}

/** The paper that such a page was made of; undefined where the page is none of ours, or was changed by others. */
export function readPaper(page: string): Paper | undefined {
  const data = /<script type="application\/json" id="paper">([^<]*)<\/script>/.exec(page)?.[1]
  try {
    return data === undefined ? undefined : Paper.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}
