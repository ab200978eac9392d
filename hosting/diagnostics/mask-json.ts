import { parseJson } from '../../engine/store/parse-json.ts'
import { maskNumbers, maskText } from './mask.ts'

/** Numbers that the program counts and measures: bytes, milliseconds, processes. */
const measured =
  /bytes|size|free|total|need|limit|most|room|rss|heap|width|height|length|duration|rate|ms$|^(?:pid|dev|ino|revision)$/i

/** A number of the name that it stands under; a long one that is no measure could be anybody's phone. */
export function maskNumber(value: number, name: string): number | string {
  if (measured.test(name)) return value
  const written = String(value)
  const masked = maskNumbers(written)
  return masked === written ? value : masked
}

/** A log or settings: JSON masked value by value, that what JSON escapes is masked too; what is none as a text, line by line. */
export const maskLines = (text: string): string => {
  const whole = parsed(text)
  if (whole !== undefined) return JSON.stringify(maskValue(whole, ''))
  return text
    .split('\n')
    .map((line) => {
      const entry = parsed(line)
      return entry === undefined ? maskText(line) : JSON.stringify(maskValue(entry, ''))
    })
    .join('\n')
}

/** A list or an object; undefined for what is none. */
function parsed(text: string): object | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null ? value : undefined
}

function maskValue(value: unknown, name: string): unknown {
  if (typeof value === 'number') return maskNumber(value, name)
  // Told on the screen, and looked for in the log.
  if (name === 'reference' && typeof value === 'string' && /^[0-9a-f]{8}$/.test(value)) return value
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map((one) => maskValue(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [maskText(key), maskValue(one, key)]))
}
