import { Fault } from '../../shared/faults.ts'
import { longestName, nameProblem, rootOf } from '../../shared/paths/paths.ts'

/** As Linux has it, in bytes of UTF-8; elsewhere a name has as many UTF-16 units. */
const longestBytes = 255
const longestPath = 4000
const deepest = 100

/**
 * The parts of the relative path under which a dropped file is kept, from the address of its upload. Whatever a page
 * sends, the parts joined to a folder lie below it.
 *
 * @throws Fault `bad-request` for what no browser sends, `not-readable` for a name that cannot be made on this system
 */
export function dropPath(encoded: string, platform: NodeJS.Platform): readonly string[] {
  const path = decoded(encoded).replaceAll('\\', '/')
  const parts = path.split('/')
  if (path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..'))
    throw refused('no relative path')
  if (rootOf(path, 'windows').kind !== 'none') throw refused('a drive letter')
  const reason = troubleOf(path, parts, platform)
  if (reason !== undefined) throw new Fault({ code: 'not-readable', path, reason })
  return parts
}

/** Why the names cannot be made, in the system's own words. */
function troubleOf(
  path: string,
  parts: readonly string[],
  platform: NodeJS.Platform,
): 'ENAMETOOLONG' | 'EINVAL' | undefined {
  const tooLong = (name: string) =>
    platform === 'linux' ? Buffer.byteLength(name) > longestBytes : name.length > longestName
  if (parts.length > deepest || Buffer.byteLength(path) > longestPath) return 'ENAMETOOLONG'
  if (parts.some(tooLong)) return 'ENAMETOOLONG'
  if (platform === 'win32' && parts.some((part) => nameProblem(part) !== undefined)) return 'EINVAL'
  return undefined
}

/** Decoded once: what is still encoded then is part of a name. */
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw refused('not UTF-8')
  }
}

const refused = (detail: string) => new Fault({ code: 'bad-request', operation: 'host.drops', detail })
