import { type PathRoot, rootOf } from './path-root.ts'
import type { PathSystem } from './path-system.ts'

/** A path as its root and the names behind it, as they are written: no empty ones, none that stays where it is (`.`). */
export function splitPath(
  path: string,
  system: PathSystem,
): { readonly root: PathRoot; readonly names: readonly string[] } {
  const root = rootOf(path, system)
  const separator = system === 'posix' ? '/' : root.verbatim ? '\\' : /[\\/]/u
  const names = path.slice(root.text.length).split(separator)
  return { root, names: names.filter((name) => name !== '' && name !== '.') }
}

/**
 * The names of the folders from the outermost to the path itself. Of a share its own name is the outermost, for that is what
 * people call it; a drive's letter is none.
 */
export function folderNames(path: string, system: PathSystem): readonly string[] {
  const { root, names } = splitPath(path, system)
  const shared = root.kind === 'share' ? root.plain.split('\\').filter((name) => name !== '') : []
  return [...shared.slice(1), ...names]
}

/** What parts the names of a path: the sign it has itself. */
function separatorOf(path: string, system: PathSystem): '/' | '\\' {
  if (system === 'posix' || (path.includes('/') && !rootOf(path, system).verbatim)) return '/'
  return '\\'
}

/**
 * A path below a folder, the folder in its own words and separators. `C:` stays what it is, the present folder of that drive:
 * `C:` and `a` make `C:a`, and only `C:\` and `a` make `C:\a`.
 */
export function joinPath(folder: string, names: readonly string[], system: PathSystem): string {
  if (names.length === 0) return folder
  const separator = separatorOf(folder, system)
  const closed = folder.endsWith('/') || (system === 'windows' && /(?:\\|^[A-Za-z]:)$/u.test(folder))
  return `${folder}${closed || folder === '' ? '' : separator}${names.join(separator)}`
}

/** The names of a path of whichever system, drive and share among them: for what may have come from another computer. */
export const namesOfAny = (path: string): readonly string[] =>
  path.split(/[\\/]/u).filter((name) => name !== '')

/** The last name of a path of whichever system, for people to read. */
export const lastName = (path: string): string => namesOfAny(path).at(-1) ?? path

/** A path with `/` between its names, as items have it. */
export const withSlashes = (path: string, system: PathSystem): string =>
  system === 'windows' ? path.replaceAll('\\', '/') : path
