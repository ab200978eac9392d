/** Records of cells, as a CSV or a text with tabs holds them. */
export type Records = readonly (readonly string[])[]

const separators = [',', '\t', ';'] as const
type Separator = (typeof separators)[number]

/** Records that are looked at to tell which separator a text uses. */
const sampled = 50

/**
 * Reads delimited text (RFC 4180, and what programs make of it): cells in quotes may hold separators, line breaks and
 * doubled quotes; a quote anywhere else is a quote. Excel's `="024"` is 024. Undefined where nothing separates anything.
 */
export function delimitedRecords(text: string): Generator<readonly string[]> | undefined {
  // Excel's own hint, which it does not show.
  const [hint, hinted] = /^sep=([,;\t])\r?\n/i.exec(text) ?? []
  if (hint !== undefined) return records(text.slice(hint.length), hinted as Separator)
  const scored = separators.map((separator) => ({ separator, score: regularity(text, separator) }))
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
  return best.score > 0 ? records(text, best.separator) : undefined
}

/** How much a text looks like a table under a separator: records of the most common width, times what that width tells. */
function regularity(text: string, separator: Separator): number {
  const widths = new Map<number, number>()
  let looked = 0
  for (const record of records(text, separator)) {
    if (record.length > 1) widths.set(record.length, (widths.get(record.length) ?? 0) + 1)
    looked += 1
    if (looked === sampled) break
  }
  return Math.max(0, ...[...widths].map(([width, count]) => (width - 1) * count))
}

function* records(text: string, separator: Separator): Generator<readonly string[]> {
  let at = 0
  let record: string[] = []
  while (at < text.length) {
    const cell = quotedCell(text, at, separator) ?? plainCell(text, at, separator)
    record.push(withoutFormula(cell.text))
    at = cell.end
    if (text[at] === separator) {
      at += 1
      if (at < text.length) continue
      record.push('')
    }
    yield record
    record = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
}

interface Cell {
  readonly text: string
  /** Where the separator or the line break stands, or the text ends. */
  readonly end: number
}

/** A cell whose quotes end where it does; else the quote is part of its text. */
function quotedCell(text: string, start: number, separator: Separator): Cell | undefined {
  const formula = text[start] === '=' ? 1 : 0
  if (text[start + formula] !== '"') return undefined
  for (let at = start + formula + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at < 0) return undefined
    if (text[at + 1] === '"') continue
    const after = text[at + 1]
    if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') return undefined
    const inner = text.slice(start + formula + 1, at).replaceAll('""', '"')
    return { text: inner, end: at + 1 }
  }
}

function plainCell(text: string, start: number, separator: Separator): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** `="024"` that was itself put into quotes. */
const withoutFormula = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1] ?? text
