/** What V8 and Node put into the message of an error from the text that they worked on: a clerk's writing, perhaps. */
const quotes: readonly (readonly [RegExp, string])[] = [
  [/Unexpected token [^]{0,400}? is not valid JSON/g, 'Unexpected token in JSON'],
  [/"[^"]{0,400}" is not valid JSON/g, 'The text is not valid JSON'],
  [/(Cannot use 'in' operator to search for )[^]*?(?=\n {4}at |$)/g, '$1…'],
  [/(Cannot create property )[^]*? on string '[^]*?(?=\n {4}at |$)/g, '$1…'],
  [/(Invalid regular expression: )[^]*?(?=\n {4}at |$)/g, '$1…'],
  [/Cannot convert [^]{0,400}? to a BigInt/g, 'Cannot convert … to a BigInt'],
  [/(Iterator value )[^]{0,400}? (is not an entry object)/g, '$1… $2'],
  [/"[^"\n]*"(\.\w+ is not a function)/g, '"…"$1'],
  [/(Received (?:type string \()?')[^]*?(?='\)?(?:\n|$)|\n {4}at |$)/g, '$1…'],
]

/** The text of an error without what it quotes; everything else is left as it stands. */
export const withoutQuotes = (text: string): string =>
  quotes.reduce((left, [quote, instead]) => left.replaceAll(quote, instead), text)
