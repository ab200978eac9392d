import { isTidiedName } from './name-problem.ts'
import { withinMaxPath } from './path-length.ts'
import type { PathRoot } from './path-root.ts'
import type { PathSystem } from './path-system.ts'
import { splitPath } from './split-path.ts'

/** The names of a path with `..` followed, as Windows follows it before it looks at any file. */
export function steps(names: readonly string[]): readonly string[] {
  const taken: string[] = []
  for (const name of names)
    if (name === '..') taken.pop()
    else taken.push(name)
  return taken
}

/**
 * A path of Windows with `\\?\` before it, which has no limit of length and is taken as it stands. A path that is not complete,
 * or of a device, stays as it is.
 */
export function longForm(path: string): string {
  const { root, names } = splitPath(path, 'windows')
  const below = steps(names).join('\\')
  if (root.kind === 'drive') return `\\\\?\\${root.plain}${below}`
  if (root.kind === 'share') return `\\\\?\\UNC\\${root.plain.slice(2)}${below}`
  return path
}

/** A path of Windows without `\\?\`, unless that would make it another one: a name that ends in a dot, a device's, a volume's id. */
export function shortForm(path: string): string {
  const { root, names } = splitPath(path, 'windows')
  if (!root.verbatim || root.kind === 'device' || names.some(isTidied)) return path
  return `${root.plain}${names.join('\\')}`
}

const isTidied = (name: string): boolean => isTidiedName(name) || name.includes('/')

const oneSpelling: readonly PathRoot['kind'][] = ['drive', 'share']

/** A complete path in one spelling: `d:/照片` and `\\?\D:\照片` are `D:\照片`. The case of its names is left as it is. */
export function plainPath(path: string, system: PathSystem): string {
  if (system === 'posix') return path
  const short = shortForm(path)
  const { root, names } = splitPath(short, 'windows')
  if (root.verbatim || !oneSpelling.includes(root.kind)) return short
  return `${root.plain}${steps(names).join('\\')}`
}

/**
 * A path to hand to another program, in its arguments. Node's own calls put `\\?\` before every path; other programs know
 * only what they are told: they get it where they could not reach the file otherwise, and are spared it where some do not
 * understand it.
 */
export function pathForProgram(path: string, system: PathSystem): string {
  if (system === 'posix') return path
  const { names } = splitPath(path, 'windows')
  return withinMaxPath(path) && !names.some(isTidiedName) ? path : longForm(path)
}
