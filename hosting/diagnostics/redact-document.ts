import { maskName, maskText } from './mask.ts'
import { maskNumber } from './mask-json.ts'

/**
 * Names whose texts are the program's own, or places and names of files. What stands under any other name is somebody's
 * writing, also under one that a later version brings: of that only the length is told.
 */
const plain = new Set(
  `id format version notice createdAt changedAt packedAt at class region code finding task type kind standing problem
 relative path root out documents attachments declared columns plan via way expires mark sha256 file sheet
  field key stage state`.split(/\s+/),
)
/** Below these everything is somebody's writing. */
const written = new Set(['fields', 'values', 'original'])

/** When something was done, as the program writes it. */
const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A project's document, damaged or of any version, without what the clerk has written: lengths stand for texts. */
export const redactDocument = (document: unknown): unknown => redact(document, '', false)

function redact(value: unknown, name: string, below: boolean): unknown {
  if (typeof value === 'string') return redactText(value, name, below)
  if (typeof value === 'number') return below ? '〔数〕' : maskNumber(value, name)
  if (Array.isArray(value)) return value.map((one) => redact(one, name, below))
  if (typeof value !== 'object' || value === null) return value
  const isUnit = name === 'unit'
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      maskText(key),
      isUnit && key === 'name' && typeof one === 'string'
        ? maskText(one)
        : redact(one, key, below || written.has(key)),
    ]),
  )
}

function redactText(text: string, name: string, below: boolean): string {
  if (moment.test(text)) return text
  if (!below && name === 'phone') return maskText(text)
  if (!below && name === 'contact') return maskName(text)
  return !below && plain.has(name) ? maskText(text) : `〔${[...text].length}字〕`
}
