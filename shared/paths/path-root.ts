import type { PathSystem } from './path-system.ts'

/** Where a path begins. */
export interface PathRoot {
  /**
   * `drive`: `C:\`; `share`: `\\server\share\`; `device`: `\\.\…` and what else stands behind `\\?\`; `posix`: `/`.
   * Not complete by themselves: `rooted`, `\` on whichever drive is the present one; `drive-relative`, `C:` for the folder that
   * is the present one there; `none`.
   */
  readonly kind: 'drive' | 'share' | 'device' | 'posix' | 'rooted' | 'drive-relative' | 'none'
  /** As it stands at the path's beginning. */
  readonly text: string
  /** The root in its one spelling, a separator behind it where it is complete: `C:\`, `\\server\share\`. */
  readonly plain: string
  /** Written with `\\?\`: only `\` parts its names then, and Windows takes each as it stands. */
  readonly verbatim: boolean
}

const verbatimShare = /^\\\\\?\\UNC\\([^\\]+)\\([^\\]+)(?:\\|$)/iu
const verbatimDrive = /^\\\\\?\\([A-Za-z]):(?:\\|$)/u
const device = /^[\\/]{2}([?.])[\\/]([^\\/]+)(?:[\\/]|$)/u
const share = /^[\\/]{2}([^\\/?.][^\\/]*|[?.][^\\/]+)[\\/]+([^\\/]+)(?:[\\/]|$)/u
const drive = /^([A-Za-z]):([\\/])?/u

/** The root of a path. Never fails: a path without one has the root `none`, and an empty text. */
export function rootOf(path: string, system: PathSystem): PathRoot {
  if (system === 'windows') return windowsRoot(path)
  return path.startsWith('/')
    ? { kind: 'posix', text: '/', plain: '/', verbatim: false }
    : { kind: 'none', text: '', plain: '', verbatim: false }
}

function windowsRoot(path: string): PathRoot {
  for (const [pattern, verbatim] of [[verbatimShare, true] as const, [share, false] as const]) {
    const [text, server, name] = pattern.exec(path) ?? []
    if (text !== undefined) return { kind: 'share', text, plain: `\\\\${server}\\${name}\\`, verbatim }
  }
  const [text = '', letter = ''] = verbatimDrive.exec(path) ?? []
  if (text !== '') return { kind: 'drive', text, plain: `${letter.toUpperCase()}:\\`, verbatim: true }
  const [deviceText, sign, name] = device.exec(path) ?? []
  if (deviceText !== undefined)
    return {
      kind: 'device',
      text: deviceText,
      plain: `\\\\${sign}\\${name}\\`,
      verbatim: path.startsWith('\\\\?\\'),
    }
  const [driveText, own = '', behind] = drive.exec(path) ?? []
  if (driveText !== undefined) {
    const plain = `${own.toUpperCase()}:`
    return behind === undefined
      ? { kind: 'drive-relative', text: driveText, plain, verbatim: false }
      : { kind: 'drive', text: driveText, plain: `${plain}\\`, verbatim: false }
  }
  return /^[\\/]/u.test(path)
    ? { kind: 'rooted', text: path.slice(0, 1), plain: '\\', verbatim: false }
    : { kind: 'none', text: '', plain: '', verbatim: false }
}
