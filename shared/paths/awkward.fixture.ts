/** Numbers from 0 up to 1, the same from the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What names are made of that somebody, some day, has on a disk. */
const bits = [
  'a', 'B', '图', '科普日', '1', '2023', 'é', 'e\u0301', 'ß', 'ẞ', 'ſ', 'ς', 'σ', 'Σ', 'ı', 'İ', 'K', '\u212A',
  '.', ' ', '..', '  ', '~', '~$', '~1', '$', '-', '_', '（1）', '👩‍👩‍👧', '\u202E', '\u00A0', '\u3000', '\uFEFF', 'ǅ', 'Ω',
  'con', 'NUL', 'Com1', 'lpt¹', 'CONIN$', 'aux', '.jpg', '.TXT', '.tar.gz', 'UNC', '?', '*', ':', '"', '<', '|', '\u0000', '\n',
] // prettier-ignore

/** Names, awkward ones, with neither `/` nor `\` in them. */
export function awkwardNames(count: number, seed: number): readonly string[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () => bits[Math.floor(random() * bits.length)]).join(
      '',
    ),
  )
}

/** Names that a file of Windows may have. */
export const plainNames = (count: number, seed: number): readonly string[] =>
  awkwardNames(count, seed)
    .map((name) => `x${name.replaceAll(/[?*:"<|\u0000\n]/gu, '').replace(/[. ]+$/u, '')}`)
    .filter((name) => name !== '')

/** Where paths of Windows begin, in several spellings, each with its plain one. */
export const windowsRoots: readonly (readonly [written: string, plain: string])[] = [
  ['C:\\', 'C:\\'],
  ['c:/', 'C:\\'],
  ['\\\\?\\C:\\', 'C:\\'],
  ['\\\\?\\c:\\', 'C:\\'],
  ['\\\\server\\share\\', '\\\\server\\share\\'],
  ['//server/share/', '\\\\server\\share\\'],
  ['\\\\?\\UNC\\server\\share\\', '\\\\server\\share\\'],
  ['\\\\10.0.0.5\\d$\\', '\\\\10.0.0.5\\d$\\'],
]
