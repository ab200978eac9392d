/**
 * Writes character references beyond U+FFFF as the characters themselves. openpyxl saves rare characters so (`&#183114;`
 * for 𬭊), and SheetJS cuts such a number to 16 bits: another name would stand in the form.
 */
export function withoutLongReferences(xml: Buffer): Buffer {
  if (!xml.includes('&#')) return xml
  const text = xml
    .toString('utf8')
    .replace(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
  return Buffer.from(text)
}
