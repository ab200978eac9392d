/** So much of a name or a place is looked at: a list allows 60 and 80 characters. */
const longest = 80
/** So many lengths of names that begin alike are looked for in others. */
const mostLengths = 32
/** So many pieces of one name are looked up; only names that repeat themselves have more that begin like another. */
const mostPieces = 320

/** A name for comparing: no year, marks or spaces, nor what every name may end with. */
export function plainName(name: string): string {
  const whole = name
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/(?<![\d第])20\d\d(?!\d)年?度?/gu, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '')
    .toLowerCase()
  return whole.replace(/(?:系列|主题|活动)+$/u, '') || whole
}

/** A name that is a part of another says something only from so many characters on. */
const shortestPart = 6
/** 第1期 is no part of 第12期. */
const numeral = /[\d〇零一二三四五六七八九十百]/u

/** Each name with itself and the shorter names that it contains. Names are plain, and each given once. */
export function containedNames(names: Iterable<string>): (name: string) => string[] {
  const lengths = new Map<string, Set<number>>()
  const known = new Set(names)
  for (const name of known) {
    if (name.length < shortestPart) continue
    const beginning = name.slice(0, shortestPart)
    const those = lengths.get(beginning)
    if (those && those.size < mostLengths) those.add(name.length)
    else if (!those) lengths.set(beginning, new Set([name.length]))
  }
  return (name) => {
    const found = new Set([name])
    let pieces = 0
    for (let at = 0; at + shortestPart <= name.length && pieces < mostPieces; at += 1) {
      for (const length of lengths.get(name.slice(at, at + shortestPart)) ?? []) {
        if (at + length > name.length) continue
        pieces += 1
        const part = name.slice(at, at + length)
        if (known.has(part) && !cutsNumber(name, at, at + length)) found.add(part)
      }
    }
    return [...found]
  }
}

const cutsNumber = (text: string, from: number, to: number): boolean =>
  [from, to].some((edge) => numeral.test(text[edge - 1] ?? '') && numeral.test(text[edge] ?? ''))

/** Places that say nothing, or that every town has. */
const noPlace =
  /^(?:线上|网上|网络|云上|线下|线上线下|线上平台|网络平台|待定|另行通知|同上|(?:全[市县区省])?各.*|全[市县区省](?:范围内?)?)$/u
const shortestPlace = 4

/** A place for comparing; undefined where it does not tell one place from another. */
export function plainPlace(place: string): string | undefined {
  const plain = place
    .slice(0, longest)
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '')
    .toLowerCase()
  return plain.length < shortestPlace || noPlace.test(plain) ? undefined : plain
}
