import { Fault } from '../../shared/faults.ts'
import { systemReason } from './system-reason.ts'

/** Why a file could not be read, as a fault: `not-found` or `not-readable`. `path` is as its giver named it. */
export function readFault(error: unknown, path: string): Fault {
  const reason = systemReason(error)
  return new Fault(
    reason === 'ENOENT' ? { code: 'not-found', path } : { code: 'not-readable', path, reason },
    {
      cause: error,
    },
  )
}

/** Why a place could not be written to, as a fault: `disk-full` or `out-unwritable`. */
export function writeFault(error: unknown, path: string): Fault {
  const reason = systemReason(error)
  const full = reason === 'ENOSPC' || reason === 'EDQUOT'
  return new Fault(full ? { code: 'disk-full', path } : { code: 'out-unwritable', path, reason }, {
    cause: error,
  })
}
