import { unencodable } from '../text/gbk.ts'

/** What Windows forbids in names, and the full-width look-alikes that people read as the same. */
const lookAlikes: Readonly<Record<string, string>> = {
  '\\': '＼', '/': '／', ':': '：', '*': '＊', '?': '？', '"': '＂', '<': '＜', '>': '＞', '|': '｜',
} // prettier-ignore

/** Names that Windows keeps for devices, whatever extension follows. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

/** Stands for a character that old unzip programs could not show. */
const missing = '□'

export interface SafeName {
  readonly name: string
  /** Characters that were replaced, each once, in order. */
  readonly replaced: readonly string[]
}

/**
 * A file or folder name (without extension) that Windows, and unzip programs that only know GBK, can write:
 * forbidden characters become look-alikes, characters outside GBK `□`, control characters vanish, white
 * space is folded, no trailing dot or space, no device name.
 */
export function safeName(text: string): SafeName {
  const foreign = new Set(unencodable(text))
  const replaced = new Set<string>()
  let name = ''
  for (const character of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    if (/\p{Cc}|\p{Cf}|\p{Cs}/u.test(character)) continue
    const other = lookAlikes[character] ?? (foreign.has(character) ? missing : undefined)
    if (other !== undefined) replaced.add(character)
    name += other ?? character
  }
  name = name.trim().replace(/[. ]+$/u, '')
  return { name: reserved.test(name) ? `_${name}` : name, replaced: [...replaced] }
}

/** Whether a name says anything: at least one letter, ideograph or digit. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The longest start of a text within so many UTF-16 units (as Windows counts), never half a character. */
export function shortened(text: string, units: number): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > units) break
    kept += segment
  }
  return kept.replace(/[. ]+$/u, '')
}
