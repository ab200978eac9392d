/** Text that is HTML already. Everything else becomes HTML by `markup` alone, which escapes it. */
export interface Html {
  readonly html: string
}

type Value = string | number | Html | readonly Html[]

/**
 * HTML from a template: what is filled in is escaped, whether it stands between tags or in a quoted attribute.
 * Not called `markup`, for formatters then set blanks between tags.
 */
export const markup = (texts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: texts.reduce((all, text, index) => all + rendered(values[index - 1] ?? '') + text),
})

/** One after the other. */
export const joined = (parts: readonly Html[]): Html => ({ html: parts.map((part) => part.html).join('') })

function rendered(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : joined(value).html
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => plainText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

/**
 * A text as it may be shown: control characters are blanks, halves of characters are replaced, and marks that turn the
 * direction of writing are left out, for `gpj.exe` must not be read as `exe.jpg`. Line breaks stay.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
