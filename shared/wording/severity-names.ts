import type { Severity } from '../findings.ts'

/** How much a finding matters, as a clerk reads it. */
export const severityNames = {
  error: '必须改',
  warning: '请核对',
  note: '说明',
} as const satisfies Record<Severity, string>
