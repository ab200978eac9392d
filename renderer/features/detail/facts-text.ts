import type { Facts } from '../../../shared/facts.ts'
import { codecName, formatNames } from '../../../shared/wording/format-names.ts'
import { dateText, grouped } from '../../../shared/wording/measures.ts'
import { words } from './wording.ts'

const MB = 1024 ** 2

/** A size in MB, cut rather than rounded: what is under 3 MB must not read 3.00 MB. */
export function sizeText(bytes: number): string {
  if (bytes < MB / 10) return `${grouped(Math.ceil(bytes / 1024))} KB`
  if (bytes >= 1024 * MB) return `${cut(bytes / MB / 1024, 2)} GB`
  return `${cut(bytes / MB, bytes < 10 * MB ? 2 : 1)} MB`
}

const cut = (value: number, decimals: number): string =>
  (Math.floor(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals)

/** 2:01, with hours where there are any; seconds are cut, for 1:59.9 is not 2:00. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds)
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  const rest = pad(whole % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${rest}`
}

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
