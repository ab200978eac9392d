import { fillTemplate, type Tokens } from './fill-template.ts'
import { byteLength, finished, fits, type NameLimit, safeText, shortened } from './safe-name.ts'

/** A name around the one part of it that gives way where the whole is too long. */
export interface NameFrame {
  readonly before: string
  readonly after: string
  /** Whether the template has the part at all. */
  readonly open: boolean
  readonly replaced: readonly string[]
}

/** Stands for the part while the frame is made: private use, which GBK has and nobody types. */
const mark = '\uE000\uE001\uE000'

const edges = /^[-_—\s]+|(?<![-_—\s])[-_—\s]+$/gu

/** The template filled but for one token, without brackets that hold nothing. */
export function nameFrame(template: string, tokens: Tokens, part: string): NameFrame {
  const filled = fillTemplate(template, { ...tokens, [part]: mark })
  const { name, replaced } = safeText(filled.replace(/（\s*）|\(\s*\)/gu, ''))
  const [before = '', ...rest] = name.split(mark)
  return { before, after: rest.join(''), open: rest.length > 0, replaced }
}

/** The frame with as much of the part (a safe text) as there is room for; where the frame alone is too long, it is cut. */
export function fittedName(frame: NameFrame, part: string, limit: NameLimit): string {
  const around = (inner: string) => finished(`${frame.before}${inner}${frame.after}`.replace(edges, ''))
  const full = around(frame.open ? part : '')
  if (fits(full, limit)) return full
  const units = limit.units - frame.before.length - frame.after.length
  let short = full
  if (frame.open && units > 0) {
    const bytes = limit.bytes - byteLength(frame.before) - byteLength(frame.after)
    short = around(shortened(part, { units, bytes }))
  }
  return fits(short, limit) ? short : finished(shortened(short, limit))
}
