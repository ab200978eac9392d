import { foldedCase } from './case-key.ts'
import { steps } from './long-form.ts'
import type { PathRoot } from './path-root.ts'
import type { PathSystem } from './path-system.ts'
import { splitPath } from './split-path.ts'

const incomplete: readonly PathRoot['kind'][] = ['none', 'rooted', 'drive-relative']

/** What a complete path means, name by name; undefined where it is not complete. */
function meant(path: string, system: PathSystem): readonly string[] | undefined {
  const { root, names } = splitPath(path, system)
  if (incomplete.includes(root.kind)) return undefined
  const all = [root.plain, ...steps(names)]
  return system === 'windows' ? all.map(foldedCase) : all
}

/**
 * Whether a path is the outer one or lies below it; both complete, else it is not. `\\?\C:\A` and `c:/a` are one place. Links, short
 * names (`ADMINI~1`) and mapped drives are followed by nobody here: ask for the real places first.
 */
export function isWithin(inner: string, outer: string, system: PathSystem): boolean {
  const [below, above] = [meant(inner, system), meant(outer, system)]
  if (!below || !above) return false
  return above.every((name, index) => below[index] === name)
}

/** Whether two complete paths are two spellings of one. */
export const samePath = (one: string, other: string, system: PathSystem): boolean =>
  isWithin(one, other, system) && isWithin(other, one, system)
