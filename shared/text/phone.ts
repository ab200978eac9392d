import { toHalfWidth } from './half-width.ts'

/** One number of a phone field; `text` is what was written, in half-width spelling. */
export type PhoneReading =
  /** Can be dialled; `number` as it should be printed: `15041455447`, `024-23221703转801`, `400-123-4567`. */
  | { readonly kind: 'mobile' | 'landline' | 'service'; readonly number: string; readonly text: string }
  /** A local number, seven or eight digits. */
  | { readonly kind: 'without-area-code'; readonly number: string; readonly text: string }
  /** Excel has shown a long number as 1.50415E+10: the digits are gone. */
  | { readonly kind: 'lost-digits'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly suggestion?: string }

const landline = /^(010|02\d|0\d{2,3})-?(\d{7,8})(?:(-|转)(\d{1,6}))?$/u
const service = /^(400|800)-?(\d{3})-?(\d{4})$/u
const mobile = /^1[3-9]\d{9}$/u
const local = /^\d{7,8}$/u
const scientific = /^\d(?:\.(\d+))?e\+?(\d+)$/iu

/** Labels before a number, remarks behind it, and what Excel hangs behind a number cell. */
const surroundings =
  /^(?:手机号?码?|联系电话|办公电话|电话号?码?|座机|办公室?|tel|mobile)[:.]?(?=[\d(+])|(?<=\d)\([^()\d]*\)$|(?<=^\d{7,12})\.0+$/giu

/** 010 and 02x are the only area codes of three digits; written apart, the clerk's own division counts. */
function readLandline(number: string): string | undefined {
  // No area code begins with 013 to 019: that is a mobile number dialled the old way.
  if (/^01[3-9]\d{9}$/u.test(number)) return undefined
  const together = /^(0\d{9,11})(\D.*)?$/u.exec(number)
  const areaDigits = /^0(?:10|2)/u.test(number) ? 3 : 4
  const divided = together ? `${number.slice(0, areaDigits)}-${number.slice(areaDigits)}` : number
  const match = landline.exec(divided)
  if (match === null) return undefined
  const [, area = '', subscriber = '', mark = '', extension = ''] = match
  return `${area}-${subscriber}${mark}${extension}`
}

function readWhole(
  number: string,
): { readonly kind: 'mobile' | 'landline' | 'service'; readonly number: string } | undefined {
  const abroad = number.replace(/^(?:\+|00)?86-?(?=1[3-9])/u, '')
  const bare = /^1[\d-]+$/u.test(abroad) ? abroad.replaceAll('-', '') : abroad
  if (mobile.test(bare)) return { kind: 'mobile', number: bare }
  const parts = service.exec(number)
  if (parts !== null) return { kind: 'service', number: parts.slice(1).join('-') }
  const fixed = readLandline(
    number.replace(/^(?:\+|00)86-?0?(?=[1-9])/u, '0').replace(/^\((0\d+)\)-?/u, '$1-'),
  )
  return fixed === undefined ? undefined : { kind: 'landline', number: fixed }
}

/**
 * What the clerk probably meant: the 0 in front that Excel drops, one too many before a mobile number, a name
 * beside it.
 */
function suggestionFor(number: string): string | undefined {
  if (/^01[3-9]\d{9}$/u.test(number)) return number.slice(1)
  const inside = number.match(/(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![-转\d])/gu) ?? []
  if (inside.length === 1) return inside[0]
  const plausible = /^(?:10|2\d|[3-9]\d\d)-?[2-9]\d{6,7}$/u.test(number)
  return plausible ? readLandline(`0${number}`) : undefined
}

/** Reads one number, blanks inside it already closed up. */
function readOne(number: string, text: string): PhoneReading {
  const clean = number.replace(surroundings, '')
  const digits = scientific.exec(clean)
  // With as many decimals as the exponent nothing is lost: 1.5041455447E10, as databases write it.
  const mantissa =
    digits?.[1]?.length === Number(digits?.[2]) ? clean.replace(/e.*$/iu, '').replace('.', '') : undefined
  if (digits !== null && mantissa === undefined) return { kind: 'lost-digits', text }
  const whole = readWhole(mantissa ?? clean)
  if (whole !== undefined) return { ...whole, text }
  const localNumber = clean.replace(/^(\d{3,4})-(\d{4})$/u, '$1$2')
  if (local.test(localNumber)) return { kind: 'without-area-code', number: localNumber, text }
  const suggestion = suggestionFor(clean)
  return { kind: 'unreadable', text, ...(suggestion === undefined ? {} : { suggestion }) }
}

const isNumber = (reading: PhoneReading): boolean =>
  reading.kind !== 'unreadable' || reading.suggestion !== undefined

/** A number written with blanks has at most so many pieces: +86 24 2322 1703 转 801. */
const mostPieces = 6

/** Two or three numbers with remarks; what is longer is a text, not a phone. */
const longestField = 200
const shownOfText = 40

/**
 * Blanks stand inside a number (024 23221703) or between numbers: the longest number that can be read wins.
 */
function readPieces(pieces: readonly string[]): PhoneReading[] {
  const readings: PhoneReading[] = []
  for (let at = 0; at < pieces.length;) {
    let length = Math.min(pieces.length - at, mostPieces)
    const joined = () => pieces.slice(at, at + length)
    while (length > 1 && !isNumber(readOne(joined().join(''), ''))) length -= 1
    readings.push(readOne(joined().join(''), joined().join(' ')))
    at += length
  }
  return readings
}

/**
 * The numbers of a field, separated by ，、/； or a line break, or by blanks between whole numbers; full-width
 * digits and every dash are understood. Empty for a blank text. Source: the patterns agreed for the list of
 * activities (Annex 2).
 */
export function parsePhones(text: string): PhoneReading[] {
  const written = text.trim()
  if (written.length > longestField)
    return [{ kind: 'unreadable', text: `${written.slice(0, shownOfText)}…` }]
  const chunks = toHalfWidth(written)
    .split(/[、,/;|]|或|和/u)
    .map((chunk) => chunk.replace(/\s*([-转()])\s*/gu, '$1').trim())
    .filter((chunk) => chunk !== '')
  return chunks.flatMap((chunk) => {
    const readings = readPieces(chunk.split(/\s+/u))
    return readings.every(isNumber) ? readings : [readOne(chunk.replaceAll(' ', ''), chunk)]
  })
}
