import { forbiddenCharacter, isReservedName } from '../paths/paths.ts'
import { unencodable } from '../text/gbk.ts'

/** What Windows forbids in names, and the full-width look-alikes that people read as the same. */
const lookAlikes: Readonly<Record<string, string>> = {
  '\\': '＼', '/': '／', ':': '：', '*': '＊', '?': '？', '"': '＂', '<': '＜', '>': '＞', '|': '｜',
} // prettier-ignore

/** Stands for a character that old unzip programs could not show. */
const missing = '□'

interface SafeName {
  readonly name: string
  /** Characters that were replaced, each once, in order. */
  readonly replaced: readonly string[]
}

/**
 * A part of a file or folder name that Windows, and unzip programs that only know GBK, can write: forbidden
 * characters become look-alikes, characters outside GBK `□`, control characters vanish, white space is folded.
 */
export function safeText(text: string): SafeName {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
  const foreign = new Set(unencodable(plain))
  if (foreign.size === 0 && !forbiddenCharacter.test(plain)) return { name: plain, replaced: [] }
  const replaced = new Set<string>()
  let name = ''
  for (const character of plain) {
    const other = lookAlikes[character] ?? (foreign.has(character) ? missing : undefined)
    if (other !== undefined) replaced.add(character)
    name += other ?? character
  }
  return { name, replaced: [...replaced] }
}

/** A safe text as a whole name: no trailing dot or space, no name of a device. */
export function finished(name: string): string {
  const bare = name.trim().replace(/(?<![. ])[. ]+$/u, '')
  return isReservedName(bare) ? `_${bare}` : bare
}

/** A file or folder name (without extension) that any Windows can write. */
export function safeName(text: string): SafeName {
  const { name, replaced } = safeText(text)
  return { name: finished(name), replaced }
}

/** Whether a name says anything: at least one letter, ideograph or digit. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** How long a name may be: in UTF-16 units, as Windows counts, and in bytes of UTF-8, as Linux does. */
export interface NameLimit {
  readonly units: number
  readonly bytes: number
}

/** Most file systems end at 255; what stands before and behind a name of ours needs some of it. */
export const mostBytes = 200

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

export const fits = (text: string, { units, bytes }: NameLimit): boolean =>
  text.length <= units && byteLength(text) <= bytes

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The longest start of a text within the limit, never half a character. */
export function shortened(text: string, { units, bytes }: NameLimit): string {
  let kept = ''
  let left = bytes
  for (const { segment } of graphemes.segment(text)) {
    left -= byteLength(segment)
    if (kept.length + segment.length > units || left < 0) break
    kept += segment
  }
  return kept.replace(/(?<![. ])[. ]+$/u, '')
}
