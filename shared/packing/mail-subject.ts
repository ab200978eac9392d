import { fillTemplate, type Tokens } from '../naming/fill-template.ts'
import { parsePhones } from '../text/phone.ts'

/**
 * A mail's subject by its template, on one line. Where the notice sets its parts apart by `+`
 * (科普日图片+提供单位+联系方式), a plus inside a part becomes `＋`, so that the subject comes apart as it was put
 * together. Phones are written the one way that is dialled, several as the notice writes its own: 024-23221703，15041455447.
 */
export function mailSubject(template: string, tokens: Tokens): string {
  const isDivided = template.replace(/\{[^{}]*\}/gu, '').includes('+')
  const parts = Object.entries({ ...tokens, phone: dialled(tokens['phone'] ?? '') }).map(([key, text]) => {
    const line = oneLine(text ?? '')
    return [key, isDivided ? line.replaceAll('+', '＋') : line]
  })
  return oneLine(fillTemplate(template, Object.fromEntries(parts)))
}

/** A line break in a subject would begin a new header. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** The phones of a field without blanks and remarks; as they were written where one of them cannot be read. */
function dialled(text: string): string {
  const numbers = parsePhones(text).map((phone) => ('number' in phone ? phone.number : undefined))
  return numbers.length === 0 || numbers.includes(undefined) ? text : numbers.join('，')
}
