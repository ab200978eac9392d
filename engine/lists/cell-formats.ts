import { elementsIn, openingOf } from './xml-elements.ts'
import { attribute, escaped, withAttribute } from './xml-text.ts'

/** What is changed of a format; the rest stays. */
export interface FormatChange {
  /** What Excel must not take for a number or a formula. */
  readonly text?: boolean
  readonly wrap?: boolean
  /** In points. */
  readonly size?: number
  /** Plain letters on no ground, with the borders that are there: how a row looks below a header. */
  readonly plain?: { readonly font: string; readonly horizontal: 'left' | 'center' }
}

/** The formats of a workbook's cells (`xl/styles.xml`). New ones are added behind the others, each once. */
export interface CellFormats {
  bordered(format: number): boolean
  wraps(format: number): boolean
  /** In points. */
  sizeOf(format: number): number
  /** @returns the index of a format that is as the given one but for the change */
  changed(format: number, change: FormatChange): number
  toXml(): string
}

export function cellFormats(xml: string): CellFormats {
  const formats = elements(xml, 'cellXfs', 'xf')
  const fonts = elements(xml, 'fonts', 'font')
  const borders = elements(xml, 'borders', 'border')
  const known = new Map<string, number>()
  const added = { formats: [] as string[], fonts: [] as string[] }
  const formatAt = (index: number): string =>
    formats[index] ?? added.formats[index - formats.length] ?? '<xf/>'
  const fontAt = (index: number): string => fonts[index] ?? added.fonts[index - fonts.length] ?? '<font/>'
  const fontOf = (format: number): string =>
    fontAt(Number(attribute(openingOf(formatAt(format)), 'fontId') ?? 0))
  const once = (key: string, make: () => number): number => {
    const index = known.get(key) ?? make()
    known.set(key, index)
    return index
  }
  const addFont = (font: string): number => once(font, () => fonts.length + added.fonts.push(font) - 1)

  function change(format: number, { text, wrap, size, plain }: FormatChange): number {
    let changed = formatAt(format)
    if (plain)
      changed = aligned(
        withValues(changed, { fillId: 0, fontId: addFont(plainFont(plain.font, sizeOf(format))) }),
        { horizontal: plain.horizontal, vertical: 'center', wrapText: '1' },
      )
    if (size !== undefined) {
      const font = fontAt(Number(attribute(openingOf(changed), 'fontId') ?? 0))
      changed = withValues(changed, { fontId: addFont(resized(font, size)), applyFont: 1 })
    }
    if (wrap) changed = aligned(changed, { wrapText: '1' })
    if (text) changed = withValues(changed, { numFmtId: textFormat, applyNumberFormat: 1 })
    return formats.length + added.formats.push(changed) - 1
  }
  const sizeOf = (format: number): number => Number(/<sz\s+val="([\d.]+)"/.exec(fontOf(format))?.[1] ?? 11)
  return {
    bordered(format) {
      const border = borders[Number(attribute(openingOf(formatAt(format)), 'borderId') ?? 0)] ?? ''
      return /<(?:left|right|top|bottom)\s[^>]*style="(?!none")/.test(border)
    },
    wraps: (format) => /<alignment[^>]*\s(?:wrapText|shrinkToFit)="(?:1|true)"/.test(formatAt(format)),
    sizeOf,
    changed: (format, wanted) => once(`${format} ${JSON.stringify(wanted)}`, () => change(format, wanted)),
    toXml: () => withMore(withMore(xml, 'fonts', added.fonts), 'cellXfs', added.formats),
  }
}

/** `@`, one of the formats that every workbook has. */
const textFormat = 49

const plainFont = (name: string, size: number): string =>
  `<font><sz val="${size}"/><name val="${escaped(name)}"/><charset val="134"/></font>`

const resized = (font: string, size: number): string =>
  /<sz\s[^>]*>/.test(font)
    ? font.replace(/<sz\s[^>]*>/, `<sz val="${size}"/>`)
    : font.replace(/^<font\s*\/?>/, `<font><sz val="${size}"/>`)

/** The children of a list that stands in the part once. */
function elements(xml: string, list: string, name: string): string[] {
  const [whole] = elementsIn(xml, list)
  return [...elementsIn(whole?.inside ?? '', name)].map((one) => one.whole)
}

function withValues(element: string, values: Readonly<Record<string, string | number>>): string {
  const tag = openingOf(element)
  const changed = Object.entries(values).reduce(
    (text, [name, value]) =>
      attribute(text, name) === undefined
        ? withMoreInside(text, ` ${name}="${value}"`)
        : withAttribute(text, name, () => String(value)),
    tag,
  )
  return `${changed}${element.slice(tag.length)}`
}

/** Behind the last attribute of a tag. */
const withMoreInside = (tag: string, more: string): string => {
  const end = tag.endsWith('/>') ? -2 : -1
  return `${tag.slice(0, end).trimEnd()}${more}${tag.slice(end)}`
}

/** `<alignment>` is the first inside a format. */
function aligned(format: string, values: Readonly<Record<string, string>>): string {
  const applied = withValues(format, { applyAlignment: 1 })
  const own = /<alignment(?=[\s/>])[^>]*>/.exec(applied)?.[0]
  if (own !== undefined) return applied.replace(own, withValues(own, values))
  const added = withValues('<alignment/>', values)
  const tag = openingOf(applied)
  return tag.endsWith('/>')
    ? `${tag.slice(0, -2)}>${added}</xf>`
    : `${tag}${added}${applied.slice(tag.length)}`
}

function withMore(xml: string, name: string, more: readonly string[]): string {
  if (more.length === 0) return xml
  const list = new RegExp(`<${name}(?=[\\s>])[^>]*>`)
  const count = (before: string) => String(Number(before) + more.length)
  return xml
    .replace(list, (tag) => withAttribute(tag, 'count', count))
    .replace(`</${name}>`, () => `${more.join('')}</${name}>`)
}
