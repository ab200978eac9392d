import type { Facts } from '../../../shared/facts.ts'
import { codecName, formatNames } from '../../../shared/wording/format-names.ts'
import { dateText, grouped } from '../../../shared/wording/measures.ts'
import { clockText } from '../../ui/clock-text.ts'
import { sizeText } from '../../../shared/wording/size-text.ts'
import { words } from './wording.ts'

/** What was measured of a file, in short pieces; only what is known. */
export function measuredTexts(facts: Facts): string[] {
  const { width, height, duration, bytes, format, videoCodec } = facts
  // Nothing was seen of it: its zeros are no measures.
  if (facts.condition.state === 'unreadable' && bytes === 0) return []
  const codec = videoCodec === undefined ? undefined : codecName(videoCodec)
  return present([
    width !== undefined && height !== undefined && `${width}×${height}`,
    facts.kind === 'image' && width !== undefined && height !== undefined && pixels(width * height),
    duration !== undefined && words.duration(clockText(duration)),
    sizeText(bytes),
    `${formatNames[format].replace(/（.*）$/, '')}${codec === undefined ? '' : ` ${codec}`}`,
  ])
}

/** When and with what it was taken, as the file tells. */
export function takenTexts({ takenAt, camera }: Facts): string[] {
  return present([
    takenAt !== undefined && words.takenAt(`${dateText(takenAt)} ${takenAt.slice(11, 16)}`.trim()),
    camera,
  ])
}

const pixels = (count: number): string =>
  count < 10_000 ? words.pixels(grouped(count)) : words.tenThousands(Math.floor(count / 10_000))

const present = (parts: readonly (string | false | undefined)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '')
