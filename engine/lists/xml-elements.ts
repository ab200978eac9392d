/**
 * What stands in a tag behind its name; a value in quotes may contain `>`. It never reaches past the next `<`, which no value
 * may contain: so a tag that is not closed costs its own length and not that of the whole part.
 */
export const insideTag = String.raw`[^'"<>]*(?:(?:"[^"<]*"|'[^'<]*')[^'"<>]*)*`

/** An element as it stands in a part. */
export interface XmlElement {
  /** With its prefix. */
  readonly name: string
  readonly tag: string
  readonly inside: string
  readonly whole: string
  readonly start: number
}

/**
 * The elements of these names, one after the other; none of them stands in one of its own kind.
 *
 * @throws Error at one that is never closed
 */
export function* elementsIn(xml: string, names: string): Generator<XmlElement> {
  const opening = new RegExp(`<((?:\\w+:)?(?:${names}))(?=[\\s/>])${insideTag}>`, 'g')
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    const [tag, name = ''] = match
    const start = match.index
    if (tag.endsWith('/>')) {
      yield { name, tag, inside: '', whole: tag, start }
      continue
    }
    const close = `</${name}>`
    const end = xml.indexOf(close, opening.lastIndex)
    if (end < 0) throw new Error(`${name} is never closed`)
    const inside = xml.slice(opening.lastIndex, end)
    opening.lastIndex = end + close.length
    yield { name, tag, inside, whole: xml.slice(start, opening.lastIndex), start }
  }
}

/** @throws Error at an element that is never closed */
export function changeElements(xml: string, names: string, change: (element: XmlElement) => string): string {
  const pieces: string[] = []
  let at = 0
  for (const element of elementsIn(xml, names)) {
    pieces.push(xml.slice(at, element.start), change(element))
    at = element.start + element.whole.length
  }
  return `${pieces.join('')}${xml.slice(at)}`
}

/** The element's opening alone, at the beginning of its text. */
export const openingOf = (element: string): string => openingTag.exec(element)?.[0] ?? ''
const openingTag = new RegExp(`^<${insideTag}>`)

const token = new RegExp(
  String.raw`<(?:\?[^<>]*\?>|!--[^<]*?-->|/([^\s<>/"'=]+)\s*>|([^\s<>/!?"'=]+)${insideTag}>)`,
  'y',
)

/**
 * Sees that every element of a part is closed where it must be, and none stands in its like. What other programs read in spite of that, each in its own
 * way, cannot be edited as text; nor can passages in CDATA, which no program for workbooks writes.
 *
 * @throws Error
 */
export function demandSound(xml: string): void {
  const open: string[] = []
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', token.lastIndex)) {
    token.lastIndex = at
    const match = token.exec(xml)
    if (!match) throw new Error('a tag is broken')
    const [tag, closed, opened] = match
    if (closed !== undefined && open.pop() !== closed) throw new Error(`${closed} is closed and not open`)
    if (opened !== undefined && opened === open.at(-1)) throw new Error(`${opened} in ${opened}`)
    if (opened !== undefined && !tag.endsWith('/>')) open.push(opened)
  }
  if (open.length > 0) throw new Error(`${open.at(-1)} is never closed`)
}
