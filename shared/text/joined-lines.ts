const leavesNoTrace = /^[\p{Script=Han}\p{P}]$/u

/** The lines of a text without the blanks around them. Blank lines are none. */
const linesIn = (text: string): string[] =>
  text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The text without its line breaks, as if they had never been. */
export const withoutBreaks = (text: string): string => linesIn(text).join('')

/** Line breaks inside a field of one line: between Chinese characters they are nothing, else a space. */
export const oneLine = (text: string): string =>
  linesIn(text).reduce((before, line) => {
    const seamless = leavesNoTrace.test(before.at(-1) ?? '') && leavesNoTrace.test(line[0] ?? '')
    return `${before}${seamless || before === '' ? '' : ' '}${line}`
  }, '')

/**
 * The text without such characters at its beginning and its end. A pattern that ends in `+$` would begin anew at each of
 * them, wherever they stand.
 */
export function trimmed(text: string, before: ReadonlySet<string>, behind = before): string {
  let [from, to] = [0, text.length]
  while (from < to && before.has(text[from] ?? '')) from += 1
  while (to > from && behind.has(text[to - 1] ?? '')) to -= 1
  return text.slice(from, to)
}
