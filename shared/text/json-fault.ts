/** A place in a text, counted from 1; a column is a UTF-16 unit, as editors count. */
interface TextPlace {
  readonly line: number
  readonly column: number
}

const piece =
  /[ \t\r\n]*(?:(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<word>(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])))/y
const blanks = /[ \t\r\n]*/y

/** What may come next: a value, the first thing in a list or an object, a name, its colon, or what follows a value. */
type Awaited = 'value' | 'first-value' | 'first-name' | 'name' | 'colon' | 'next'

/**
 * Where a text stops being JSON; undefined when it is JSON to its end. The platform's own message names the place in
 * some cases only, and in English.
 */
export function jsonFault(text: string): TextPlace | undefined {
  const open: string[] = []
  let awaited: Awaited = 'value'
  let at = 0
  for (;;) {
    piece.lastIndex = at
    const groups = piece.exec(text)?.groups
    const token = groups?.['mark'] ?? groups?.['text']?.[0] ?? (groups?.['word'] === undefined ? '' : 'word')
    if (token === '' && awaited === 'next' && open.length === 0 && endOfBlanks(text, at) === text.length)
      return undefined
    const next = follow(token, awaited, open)
    if (next === undefined) return placeOf(text, endOfBlanks(text, at))
    awaited = next
    at = piece.lastIndex
  }
}

/** What is awaited after a token; undefined where the token may not stand. `open` holds the brackets around it. */
function follow(token: string, awaited: Awaited, open: string[]): Awaited | undefined {
  const valueMayStand = awaited === 'value' || awaited === 'first-value'
  const nameMayStand = awaited === 'name' || awaited === 'first-name'
  switch (token) {
    case '{':
    case '[':
      if (!valueMayStand) return undefined
      open.push(token)
      return token === '{' ? 'first-name' : 'first-value'
    case '}':
      return awaited === 'first-name' || awaited === 'next' ? closed(open, '{') : undefined
    case ']':
      return awaited === 'first-value' || awaited === 'next' ? closed(open, '[') : undefined
    case ',':
      if (awaited !== 'next' || open.length === 0) return undefined
      return open.at(-1) === '{' ? 'name' : 'value'
    case ':':
      return awaited === 'colon' ? 'value' : undefined
    case '"':
      return nameMayStand ? 'colon' : valueMayStand ? 'next' : undefined
    case 'word':
      return valueMayStand ? 'next' : undefined
    default:
      return undefined
  }
}

const closed = (open: string[], bracket: string): Awaited | undefined =>
  open.pop() === bracket ? 'next' : undefined

function endOfBlanks(text: string, at: number): number {
  blanks.lastIndex = at
  blanks.exec(text)
  return blanks.lastIndex
}

function placeOf(text: string, at: number): TextPlace {
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
