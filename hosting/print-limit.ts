import { stat } from 'node:fs/promises'

/** How long a page of so many bytes may take to be printed, in milliseconds. */
export type PrintLimit = (bytes: number) => number

const baseMs = 60_000
/** A list of 10,000 files (some megabytes) took 50 s on two slow cores. */
const perMegabyteMs = 60_000

/** A minute, and another for each megabyte of the page. */
export const printLimit: PrintLimit = (bytes) => baseMs + Math.ceil(bytes / 1024 ** 2) * perMegabyteMs

/** The limit of one page, in milliseconds; where there is no such page, printing will say so. */
export async function limitOfPage(page: string, limit: PrintLimit): Promise<number> {
  const stats = await stat(page).catch(() => undefined)
  return limit(stats?.size ?? 0)
}
