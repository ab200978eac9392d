import type { Finding } from '../findings.ts'
import { parsePhones } from '../text/phone.ts'

/**
 * The cell's text with the finding's suggestion in place of what it is about: `2423221703、13800000000` becomes
 * `024-23221703、13800000000`. Undefined where nothing is suggested, or the text no longer holds what was found.
 */
export function suggestedCell(finding: Finding, text: string): string | undefined {
  if (finding.code !== 'phone-unreadable') return undefined
  const { text: wrong, suggestion } = finding.actual
  if (suggestion === undefined) return undefined
  const at = placesOf(text, wrong)
  if (at.length === 1) return `${text.slice(0, at[0])}${suggestion}${text.slice((at[0] ?? 0) + wrong.length)}`
  // Findings quote a number in half-width spelling, so it may not be found in the text as it was written.
  const readings = parsePhones(text)
  if (!readings.some((reading) => reading.kind === 'unreadable' && reading.text === wrong)) return undefined
  return readings
    .map((reading) =>
      reading.text === wrong ? suggestion : 'number' in reading ? reading.number : reading.text,
    )
    .join('、')
}

/** Where the number stands by itself: 2423221703 is not found in 02423221703. */
function placesOf(text: string, number: string): number[] {
  const places: number[] = []
  if (number === '') return places
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + number.length)) {
    const alone = !/\d/u.test(text[at - 1] ?? '') && !/\d/u.test(text[at + number.length] ?? '')
    if (alone) places.push(at)
  }
  return places
}
