/**
 * A formula without type and value (or with a blank one), up to the end of its cell. A type would say that the result is
 * a text, and a blank text is a result.
 */
const unsaved =
  /(<(\w+:)?c\b(?![^<>]*\st=)[^<>]*>\s*(?:<(?:\w+:)?f\b[^<>]*\/>|<(?:\w+:)?f\b[^<>]*>[^<]*<\/(?:\w+:)?f>))\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*(?=<\/(?:\w+:)?c>)/g

/**
 * Writes a value that is no number behind every formula of a sheet that was saved without its result, as programs do
 * that cannot calculate (openpyxl): SheetJS would take it for a 0.
 */
export function withEmptyResults(sheet: Buffer): Buffer {
  if (!sheet.includes('f>') && !sheet.includes('<f ')) return sheet
  const text = sheet
    .toString('utf8')
    .replace(unsaved, (_, formula: string, prefix = '') => `${formula}<${prefix}v>NaN</${prefix}v>`)
  return Buffer.from(text)
}
