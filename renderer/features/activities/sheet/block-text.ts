/** Cells as Excel and WPS put them on the clipboard: a text with line breaks, tabs or quotes stands in quotes. */
export const blockText = (table: readonly (readonly string[])[]): string =>
  table.map((line) => line.map(cellText).join('\t')).join('\r\n')

const cellText = (text: string): string =>
  /[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replace(/\r\n?/g, '\n')}"` : text
