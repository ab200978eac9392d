/**
 * Cells that CP936 leaves to private use and GB 18030 filled later. Decoders differ here (ICU gives private
 * use, browsers the later characters), and Windows cannot write the later characters: they are left out
 * everywhere.
 */
const laterCells: readonly (readonly [first: number, last: number])[] = [
  [0xa6d9, 0xa6df],
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa8bc, 0xa8bc],
  [0xa8bf, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0],
]

const isLater = (cell: number): boolean => laterCells.some(([first, last]) => cell >= first && cell <= last)

/**
 * U+E000–U+E864, the private-use characters for which Windows has bytes: user-defined areas and free cells.
 */
const isPrivateUse = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xf8ff
const isUserDefined = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xe864

let table: ReadonlySet<number> | undefined

function twoByteCharacters(): ReadonlySet<number> {
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      // The line feed keeps an unassigned pair from swallowing its neighbour.
      if (trail !== 0x7f && !isLater(lead * 256 + trail)) bytes.push(lead, trail, 0x0a)
    }
  }
  const cells = new TextDecoder('gbk').decode(Uint8Array.from(bytes)).split('\n')
  const codePoints = cells.flatMap((cell) => (cell.length === 1 ? [cell.charCodeAt(0)] : []))
  return new Set(codePoints.filter((codePoint) => codePoint !== 0xfffd && !isPrivateUse(codePoint)))
}

/**
 * Whether Windows' code page 936 has bytes that give back this very character: GBK, € as 0x80, and the
 * user-defined areas. Four-byte GB 18030 and Windows' look-alikes (¢ for ￠) do not count. Source: Microsoft's
 * bestfit936.txt, round-trip entries.
 */
function isEncodable(codePoint: number): boolean {
  if (codePoint < 0x80 || codePoint === 0x20ac || isUserDefined(codePoint)) return true
  table ??= twoByteCharacters()
  return table.has(codePoint)
}

/** The characters of a text that GBK cannot encode, each once, in order of appearance. */
export function unencodable(text: string): string[] {
  return [...new Set(text)].filter((character) => !isEncodable(character.codePointAt(0) ?? 0))
}
