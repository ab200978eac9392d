import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Entry } from 'yauzl'

const unicodePathId = 0x7075
const saysUtf8 = 0x0800
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The name of an entry as its maker meant it, with `/`. Bit 11 says UTF-8, and so may Info-ZIP's field; without
 * either it is UTF-8 where it can be (Info-ZIP, macOS), and otherwise GBK, which is what Windows writes here. The
 * name may be anything: judge it before use.
 */
export function entryName(raw: Pick<Entry, 'fileNameRaw' | 'extraFields' | 'generalPurposeBitFlag'>): string {
  const said = unicodePath(raw) ?? raw.fileNameRaw
  const text = utf8(said)
  const marked = said !== raw.fileNameRaw || (raw.generalPurposeBitFlag & saysUtf8) !== 0
  const name = text ?? (marked ? said.toString('utf8') : iconv.decode(said, 'gb18030'))
  // Old programs of Windows write its own separator; macOS writes accents apart.
  // bsdtar puts ./ before all names.
  return name
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+(?=.)/s, '')
    .normalize('NFC')
}

/** The name of Info-ZIP's field, if it was made for the name that stands beside it. */
function unicodePath({
  extraFields,
  fileNameRaw,
}: Pick<Entry, 'fileNameRaw' | 'extraFields'>): Buffer | undefined {
  const field = extraFields.find(({ id, data }) => id === unicodePathId && data.length > 5 && data[0] === 1)
  return field && field.data.readUInt32LE(1) === crc32(fileNameRaw) ? field.data.subarray(5) : undefined
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}
