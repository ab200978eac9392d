import { convertToHtml } from 'mammoth'

/** The table's cells, header first, as Word's text, line breaks as `\n`. */
export async function wordCells(content: Buffer): Promise<string[][]> {
  const { value } = await convertToHtml({ buffer: content }, { ignoreEmptyParagraphs: false })
  return [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
  )
}
/** The text of HTML. */
export const plain = (html: string): string =>
  html
    .replace(/<br \/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** The pictures in the table with their alternative text; row 0 is the header. */
export async function wordPictures(content: Buffer): Promise<{ row: number; alt: string }[]> {
  const { value } = await convertToHtml({ buffer: content })
  return [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, cells = ''], row) =>
    [...cells.matchAll(/<img alt="([^"]*)" src="data:image\/jpeg/g)].map(([, alt = '']) => ({
      row,
      alt: plain(alt),
    })),
  )
}
