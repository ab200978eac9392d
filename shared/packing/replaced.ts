import { z } from 'zod'
import type { PackageRecord } from '../project/document.ts'
import { dateText } from '../wording/measures.ts'
import { wallClock } from '../text/wall-clock.ts'

/**
 * The submission of the same task that a new package stands in for. Submissions are packages that were sent: a package
 * that was packed again before it was sent was none, so the ordinal is not the number of the packing.
 */
export const Replaced = z.object({
  /** 1 for the first submission. */
  ordinal: z.number().int().positive(),
  /** ISO 8601. */
  sentAt: z.iso.datetime({ offset: true }),
})
export type Replaced = z.infer<typeof Replaced>

/** What the next package of a task stands in for: the newest of its packages of which a mail was sent. */
export function lastSubmission(packages: readonly PackageRecord[]): Replaced | undefined {
  const submissions = packages.filter(({ sent }) => Object.keys(sent).length > 0)
  const newest = submissions.toSorted((a, b) => b.version - a.version)[0]
  const sentAt = newest && Object.values(newest.sent).toSorted().at(-1)
  return sentAt === undefined ? undefined : { ordinal: submissions.length, sentAt }
}

/** 第2次报送，替换2023年8月25日报送的第1次. Of a first submission there is nothing to say. */
export function submissionText(replaces: Replaced | undefined, utcOffset: number): string | undefined {
  if (!replaces) return undefined
  const day = dateText(wallClock(new Date(replaces.sentAt), utcOffset).slice(0, 10))
  return `${ordinalText(replaces)}，替换${day}报送的第${replaces.ordinal}次`
}

/** 第2次报送, of a submission that stands in for an earlier one. */
export const ordinalText = (replaces: Replaced | undefined): string | undefined =>
  replaces && `第${replaces.ordinal + 1}次报送`

/** Behind the names of a later submission's folder and archives, so that they never stand beside the first under its name. */
export const submissionSuffix = (replaces: Replaced | undefined): string =>
  replaces ? `-${ordinalText(replaces)}` : ''
