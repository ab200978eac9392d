/** The system's name for why a file operation failed: `ENOENT`, `EACCES`, `ENOSPC`; `unknown` for anything else. */
export function systemReason(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return 'unknown'
}
