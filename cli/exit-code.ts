import type { FaultCode } from '../shared/faults.ts'

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
  'disk-full': exitCodes.system,
  'out-unwritable': exitCodes.system,
  'source-changed': exitCodes.system,
  'package-broken': exitCodes.system,
  'not-readable': exitCodes.system,
  'submission-has-errors': exitCodes.findings,
  'nothing-to-pack': exitCodes.findings,
}

/** Faults that the person at the keyboard can mend by calling again are bad input. */
export const exitCodeOf = (code: FaultCode): ExitCode => byFault[code] ?? exitCodes.badInput
