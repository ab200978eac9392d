import type { Row } from '../../../../shared/project/submission.ts'

/** Texts by which clerks mean what stands above. */
const ditto: ReadonlySet<string> = new Set(['同上', '同前', '〃', '"', '″', '“', '”'])

const isDitto = (text: string): boolean =>
  ditto.has(text.normalize('NFKC').replace(/\s+/g, '')) || ditto.has(text.trim())

/** What a 同上 means: the text of the nearest row above that says something; undefined where it is no 同上. */
export function textAbove(rows: readonly Row[], index: number, field: string): string | undefined {
  const textOf = (row: Row | undefined) => (row?.fields[field] ?? '').trim()
  if (!isDitto(textOf(rows[index]))) return undefined
  const meant = rows.slice(0, index).findLast((row) => textOf(row) !== '' && !isDitto(textOf(row)))
  return meant && textOf(meant)
}
