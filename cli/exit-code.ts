import type { FaultCode, FaultData } from '../shared/faults.ts'

/** What the terminal hands back to scripts. */
export const exitCodes = {
  fine: 0,
  /** The submission has errors; nothing was written. */
  findings: 1,
  /** Wrong usage, or an input file that cannot be used. */
  badInput: 2,
  /** Disk or system, or a bug. */
  system: 3,
  /** Ctrl-C. */
  cancelled: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const byFault: Partial<Record<FaultCode, ExitCode>> = {
  cancelled: exitCodes.cancelled,
  internal: exitCodes.system,
  'engine-gone': exitCodes.system,
  'host-gone': exitCodes.system,
  'disk-full': exitCodes.system,
  'out-unwritable': exitCodes.system,
  'source-changed': exitCodes.system,
  'package-broken': exitCodes.system,
  'package-not-recorded': exitCodes.system,
  'not-readable': exitCodes.system,
  'submission-has-errors': exitCodes.findings,
  'places-unreadable': exitCodes.findings,
  'tables-unread': exitCodes.findings,
  'nothing-to-pack': exitCodes.findings,
}

/** A folder where a file is meant, or a file on the way to one: a slip of the pen, not of the disk. */
const misnamed: readonly string[] = ['EISDIR', 'ENOTDIR']

/** Faults that the person at the keyboard can mend by calling again are bad input. */
export const exitCodeOf = (fault: FaultData): ExitCode =>
  fault.code === 'not-readable' && misnamed.includes(fault.reason)
    ? exitCodes.badInput
    : (byFault[fault.code] ?? exitCodes.badInput)
