import type { PackageRecord } from '../../../shared/project/document.ts'
import { sentMails } from './package-contents.ts'

/** The newest submission of a task, where some of its mails were never sent: what comes next sends all of them anew. */
export function partlySent(packages: readonly PackageRecord[]): PackageRecord | undefined {
  const [newest] = packages
    .filter((record) => sentMails(record) > 0)
    .toSorted((a, b) => b.version - a.version)
  return newest && sentMails(newest) < newest.result.mails.length ? newest : undefined
}

/** What was packed after a package. */
export interface Successor {
  readonly version: number
  /** It stands in for the package: something of it was sent, or there is nothing to send. */
  readonly replaces: boolean
}

/** What stands in for a package; where nothing does yet, what was packed last. */
export function successor(
  packages: readonly PackageRecord[],
  { version }: PackageRecord,
): Successor | undefined {
  const later = packages.filter((one) => one.version > version).toSorted((a, b) => a.version - b.version)
  const next = later.find((one) => sentMails(one) > 0 || one.result.mails.length === 0)
  if (next) return { version: next.version, replaces: true }
  const last = later.at(-1)
  return last && { version: last.version, replaces: false }
}
