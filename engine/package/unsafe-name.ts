import { safeName } from '../../shared/naming/safe-name.ts'

/** No system writes longer paths for people; Windows' own limit is far below. */
const longestPath = 1024

/**
 * Whether a path must not be unpacked: it leaves its folder, some system cannot write it or writes it elsewhere
 * (devices, streams), or it shows as another than it is.
 */
export function isUnsafe(path: string): boolean {
  return (
    path.length > longestPath ||
    path.startsWith('/') ||
    // Controls, marks that turn the direction of writing, and what Windows forbids; `a.jpg:b` is a stream of NTFS.
    /[\p{Cc}\p{Cf}\p{Cs}\\:*?"<>|]/u.test(path) ||
    path.split('/').some((part) => part === '' || /[. ]$/.test(part) || isDevice(part))
  )
}

/** The names that Windows keeps: a safe name bears a line before them. */
const isDevice = (part: string): boolean => safeName(part).name.startsWith('_') && !part.startsWith('_')
