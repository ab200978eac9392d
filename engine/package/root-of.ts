import path from 'node:path'
import { pathSystem, rootOf as rootOfPath } from '../../shared/paths/paths.ts'
import type { Claim } from '../sources/claims.ts'
import type { SourceFile } from '../sources/walk.ts'

/** The dropped folder of a file, also as its giver named it; the file itself where it was dropped alone. */
export function rootOf({ path: file, root, given }: SourceFile): Claim {
  const below = path.relative(root, file)
  if (below === '') return { path: root, given }
  const folder = given.slice(0, -below.length)
  // What stands before the path below is the folder's own words; of `C:\\` and `/` the separator is one of them, and `C:` has none.
  const isRoot = rootOfPath(folder, pathSystem(process.platform)).text === folder
  return { path: root, given: isRoot ? folder : folder.slice(0, -1) }
}
