/** A cell that holds a line break or a tab stands in quotes, with its own quotes doubled; other cells stand as they are. */
const quoted = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)/y
const plain = /[^\t\r\n]*/y

/**
 * Reads the text that Excel and WPS put on the clipboard: rows by line, cells by tab. The line break that ends the
 * last row begins no new one.
 */
export function clipboardTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const cell = (): string => {
    quoted.lastIndex = at
    const [whole, inner = ''] = quoted.exec(text) ?? []
    if (whole !== undefined && /[\t\r\n]/.test(inner)) {
      at += whole.length
      return inner.replaceAll('""', '"').replace(/\r\n?/g, '\n')
    }
    plain.lastIndex = at
    const found = plain.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  for (;;) {
    rows.at(-1)?.push(cell())
    if (text[at] === '\t') at += 1
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at >= text.length) return rows
      rows.push([])
    }
  }
}
