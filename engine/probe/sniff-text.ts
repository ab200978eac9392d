import iconv from 'iconv-lite'

// Tab, line feed, form feed, carriage return; escape opens ISO-2022 text.
const ODD_CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/ // eslint-disable-line no-control-regex

const decode = (head: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return iconv.decode(head, 'utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return iconv.decode(head, 'utf-16be')
  // The head may end within a character.
  const utf8 = head.toString('utf8').replace(/\uFFFD{1,3}$/u, '')
  return utf8.includes('\uFFFD') ? iconv.decode(head, 'gb18030').replace(/\uFFFD$/u, '') : utf8
}

/** The text of a head that is text in UTF-8, UTF-16 with a mark, or GB 18030; undefined for anything else. */
export const sniffText = (head: Buffer): string | undefined => {
  if (head.length === 0) return undefined
  const text = decode(head)
  return ODD_CONTROL.test(text) || text.includes('\uFFFD') ? undefined : text
}
