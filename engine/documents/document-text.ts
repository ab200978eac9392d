/**
 * A text as it may stand in a Word or Excel file: line breaks are `\n` (Word's soft break and Unicode's line
 * separators too), characters that XML 1.0 cannot hold are dropped (control characters, half surrogate pairs).
 */
export function documentText(text: string): string {
  return text.replace(/\r\n?|[\u000B\u0085\u2028\u2029]/g, '\n').replace(unwritable, '')
}

/** The complement of XML 1.0 (fifth edition) section 2.2, Char. */
const unwritable = /[\u0000-\u0008\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** The longest text an Excel cell can hold, in UTF-16 units (Excel specifications and limits). */
export const longestCellText = 32_767

/**
 * A text as exceljs must be given it: what looks like Excel's own escape (`_x0041_`, ECMA-376 part 1, 22.4.2.4)
 * is escaped, or Excel would show another character; what a cell cannot hold is cut off.
 */
export function sheetText(text: string): string {
  return wholeCharacters(documentText(text), longestCellText).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** The first `limit` UTF-16 units, without half a character at the end. */
export function wholeCharacters(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')
}
