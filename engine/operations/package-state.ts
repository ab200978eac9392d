import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { PackageState } from '../../shared/contract/projects.ts'
import type { PackageRecord } from '../../shared/project/document.ts'
import { isPaper } from '../package/read-paper.ts'
import type { Files } from '../sources/files.ts'

/**
 * What is there of a package: archives by their size, documents by being there. Papers may be put away once they are
 * signed. Files that are there become known.
 */
export async function stateOf(
  { id, result }: PackageRecord,
  files: Files,
): Promise<Pick<PackageState, 'state' | 'files'>> {
  const written = [...result.packages, ...result.documents.map((one) => ({ path: one, bytes: undefined }))]
  const seen = await Promise.all(
    written.map(async ({ path: file, bytes: expected }, index) => {
      const status = await stat(file).catch(() => undefined)
      if (status?.isFile() !== true) return undefined
      const name = path.basename(file)
      const known = { id: `package-${id}-${index}`, name, bytes: status.size }
      // Below no root: an id of a package is never that of a source.
      files.put(known.id, {
        path: file,
        given: file,
        root: '',
        relative: name,
        bytes: status.size,
        modifiedMs: status.mtimeMs,
      })
      return { ...known, right: expected === undefined || expected === status.size }
    }),
  )
  const there = seen.filter((one) => one !== undefined)
  const whole =
    written.every(({ path: file }, index) => seen[index] !== undefined || isPaper(file)) &&
    there.every(({ right }) => right)
  return {
    state: whole ? 'whole' : there.length === 0 ? 'missing' : 'changed',
    files: there.map(({ id: file, name, bytes }) => ({ id: file, name, bytes })),
  }
}
