import type { DocumentProperties } from '../../shared/paper/table-document.ts'

const plainTrailer = /trailer\s*<<([^]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/
/** A trailer is a few entries long. */
const tailBytes = 2048

/**
 * The PDF with what it says of itself: an information dictionary (ISO 32000-1, 14.3.3), appended as an incremental update
 * (7.5.6). Chromium puts only the title into its files, and names itself as their maker.
 *
 * @returns undefined where the file has no plain trailer to go on from
 */
export function withPdfProperties(
  pdf: Buffer,
  { title, author, description = '' }: Pick<DocumentProperties, 'title' | 'author' | 'description'>,
  { creator, now }: { readonly creator: string; readonly now: Date },
): Buffer | undefined {
  const match = plainTrailer.exec(pdf.subarray(-tailBytes).toString('latin1'))
  const [, entries = '', previous = ''] = match ?? []
  const size = Number(/\/Size\s+(\d+)/.exec(entries)?.[1])
  const root = /\/Root\s+\d+\s+\d+\s+R/.exec(entries)?.[0]
  if (!Number.isInteger(size) || root === undefined) return undefined
  const id = /\/ID\s*\[[^\]]*\]/.exec(entries)?.[0] ?? ''
  const date = `D:${now.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
  const info = [
    `/Title ${hexText(title)}`,
    `/Author ${hexText(author)}`,
    `/Subject ${hexText(description)}`,
    `/Creator ${hexText(creator)}`,
    `/CreationDate (${date})/ModDate (${date})`,
  ].join('')
  const object = `\n${size} 0 obj\n<<${info}>>\nendobj\n`
  const table = pdf.length + object.length
  const offset = String(pdf.length + 1).padStart(10, '0')
  const update = [
    `${object}xref\n${size} 1\n${offset} 00000 n \n`,
    `trailer\n<</Size ${size + 1}\n${root}\n/Info ${size} 0 R\n/Prev ${previous}\n${id}>>\n`,
    `startxref\n${table}\n%%EOF\n`,
  ].join('')
  return Buffer.concat([pdf, Buffer.from(update, 'latin1')])
}

/** A text string in UTF-16 (7.9.2.2), written in hexadecimal, where no sign needs escaping. */
const hexText = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
