import { insideTag } from './xml-elements.ts'

/** The value of an attribute in the text of a tag, as it stands there; undefined where it has none. */
export const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match?.[1] ?? match?.[2]
}

/** The tag with the attribute's value changed; the value is one that needs no escaping. */
export const withAttribute = (tag: string, name: string, change: (value: string) => string): string =>
  tag.replace(
    new RegExp(`(\\s${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`),
    (_, before: string, one?: string, other?: string) => {
      return `${before}"${change(one ?? other ?? '')}"`
    },
  )

/** Changes every tag of these names, its beginning only: `<mergeCell ref="A1:B1"/>`. */
export const changeTags = (xml: string, names: string, change: (tag: string) => string): string =>
  xml.replace(new RegExp(`<(?:[\\w]+:)?(?:${names})(?=[\\s/>])${insideTag}>`, 'g'), change)

/** Changes the text inside every element of these names. */
export const changeTexts = (xml: string, names: string, change: (text: string) => string): string =>
  xml.replace(
    new RegExp(`(<((?:\\w+:)?(?:${names}))(?:\\s${insideTag})?(?<!/)>)([^<]*)(</\\2>)`, 'g'),
    (_, open: string, _name: string, text: string, close: string) =>
      `${open}${escaped(change(unescaped(text)))}${close}`,
  )

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const unescaped = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi,
    (whole, name?: string, hex?: string, decimal?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
