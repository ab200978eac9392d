import { systemReason } from './system-reason.ts'

/**
 * What a file system may say when something is written to it: full, forbidden, read-only, broken, pulled out, a share whose
 * server is gone. `UNKNOWN` is what libuv makes of the many errors of Windows that POSIX has no word for.
 */
const troubles: readonly string[] = [
  'ENOSPC EDQUOT EFBIG EACCES EPERM EROFS EBUSY ETXTBSY EMFILE',
  'ENFILE EIO EREMOTEIO ENODEV ENXIO ENOMEDIUM EINVAL ENOTSUP EOPNOTSUPP',
  'UNKNOWN ENOENT ENOTDIR EISDIR EEXIST ENOTEMPTY ENAMETOOLONG ELOOP EXDEV',
  'EAGAIN ESTALE ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ECONNRESET',
  'ECONNABORTED ECONNREFUSED ENOTCONN EPIPE',
].flatMap((codes) => codes.split(' '))

/** Whether an error is a file system's. Anything else, codes of Node itself (`ERR_…`) among them, is a bug and no trouble of a disk. */
export const isFileSystemTrouble = (error: unknown): boolean => troubles.includes(systemReason(error))
