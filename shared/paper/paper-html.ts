import type { z } from 'zod'
import { shortMark } from '../text/short-mark.ts'
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

/** Where a page's mark stands; texts of the paper stand further below, their signs escaped. */
const markPlace = /(<meta name="mark" content=")([0-9a-f]*)(" \/>)/
/** How many values a paper's data may hold. Ten thousand files make some 60,000; what holds more was not written here. */
const mostValues = 250_000

/**
 * A whole page that needs nothing but itself, with the paper's data in it for machines. It bears a mark made over all the rest
 * of it, for people read and sign its sheets and not the data.
 */
export function paperHtml(paper: Paper): string {
  const { title, author, description } = paper.properties
  const data: Html = { html: JSON.stringify(paper).replaceAll('<', '\\u003c') }
  const style: Html = { html: `html, body { margin: 0; }${sheetStyle}` }
  const page = markup`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="mark" content="" />
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
  return page.replace(markPlace, `$1${shortMark(page)}$3`)
}

/** How many sheets such a page is laid out on. */
export const sheetCount = (page: string): number => page.split('<section class="sheet').length - 1

/** The paper that such a page was made of; undefined where the page is none of ours, or was changed by others. */
export const readPaper = (page: string): Paper | undefined => read(page, Paper)

const Spoken = Paper.pick({ kind: true, parts: true })
/** Only which archives such a page speaks of, also where another version has written the page. */
export const readPaperParts = (page: string): Pick<Paper, 'kind' | 'parts'> | undefined => read(page, Spoken)

function read<T extends z.ZodType>(page: string, schema: T): z.output<T> | undefined {
  if (!bearsItsMark(page)) return undefined
  const data = /<script type="application\/json" id="paper">([^<]*)<\/script>/.exec(page)?.[1]
  try {
    return data === undefined || holdsTooMuch(data) ? undefined : schema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

/**
 * Whether nothing in the page was changed since it was written. This tells what other programs edited from what we wrote,
 * whichever version of ours it was; it is no seal, and who knows how it is made can make another.
 */
function bearsItsMark(page: string): boolean {
  const mark = markPlace.exec(page)?.[2]
  return mark !== undefined && mark === shortMark(page.replace(markPlace, '$1$3'))
}

/** Judged before anything is made of the data: a schema finds fault with each of millions of values, and has no room for them. */
function holdsTooMuch(data: string): boolean {
  let values = 0
  for (let at = 0; at < data.length; at += 1) if (',[{'.includes(data.charAt(at))) values += 1
  return values > mostValues
}
