import { z } from 'zod'
import { dateText } from '../wording/measures.ts'
import { wallClock } from '../text/wall-clock.ts'

/** The package of the same task that a new one stands in for. */
export const Replaced = z.object({
  version: z.number().int().positive(),
  /** ISO 8601. */
  packedAt: z.iso.datetime({ offset: true }),
})
export type Replaced = z.infer<typeof Replaced>

/** 第2次报送，替换2023年8月25日报送的第1次. Of a first package there is nothing to say. */
export function versionText(replaces: Replaced | undefined, utcOffset: number): string | undefined {
  if (!replaces) return undefined
  const day = dateText(wallClock(new Date(replaces.packedAt), utcOffset).slice(0, 10))
  return `第${replaces.version + 1}次报送，替换${day}报送的第${replaces.version}次`
}

/** Behind the names of a later package's folder and archives, so that they never stand beside the first under its name. */
export const versionSuffix = (replaces: Replaced | undefined): string =>
  replaces ? `-第${replaces.version + 1}次报送` : ''
