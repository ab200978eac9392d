import path from 'node:path'
import type { Claim } from '../sources/claims.ts'
import type { SourceFile } from '../sources/walk.ts'

/** The dropped folder of a file, also as its giver named it; the file itself where it was dropped alone. */
export function rootOf({ path: file, root, given }: SourceFile): Claim {
  const below = path.relative(root, file)
  return { path: root, given: below === '' ? given : given.slice(0, -below.length - 1) }
}
