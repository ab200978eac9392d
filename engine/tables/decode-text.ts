import iconv from 'iconv-lite'

/** The text of a file in UTF-8, UTF-16 with a mark, or else GB 18030, of which GBK and GB 2312 are parts. */
export function decodeText(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return iconv.decode(content, 'utf-16le')
  if (content[0] === 0xfe && content[1] === 0xff) return iconv.decode(content, 'utf-16be')
  try {
    // Strict: what is no UTF-8 to its last byte was written by a Chinese Windows.
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return iconv.decode(content, 'gb18030')
  }
}
