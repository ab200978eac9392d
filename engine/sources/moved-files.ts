import path from 'node:path'
import { foldedCase, namesOfAny, pathSystem } from '../../shared/paths/paths.ts'
import type { SourceFile } from './walk.ts'

/** A file that is not where it was, and what is remembered of its content. */
export interface LostFile {
  readonly id: string
  readonly path: string
  readonly root: string
  readonly known?: { readonly bytes: number; readonly sha256?: string | undefined } | undefined
}

/** Measures files that may be the lost ones: their SHA-256 in their order, undefined where a file cannot be read. */
export type Digests = (files: readonly SourceFile[]) => Promise<readonly (string | undefined)[]>

interface Pair {
  readonly id: string
  readonly file: SourceFile
  /** How many names at the end of both paths are the same; no more could be with the same place below the folder. */
  readonly likeness: number
}

/**
 * Finds lost files again among those of other folders: by their name and place below the folder, and where something is
 * remembered of them, by size and content. What could be one file or another is not taken.
 */
export async function findMoved(
  lost: readonly LostFile[],
  found: readonly SourceFile[],
  digests: Digests,
): Promise<ReadonlyMap<string, SourceFile>> {
  const byName = grouped(found, (file) => nameOf(file.path))
  const pairs = lost.flatMap((one) => likely(one, byName.get(nameOf(one.path)) ?? []))
  const proven = await provenBy(digests, pairs, new Map(lost.map(({ id, known }) => [id, known?.sha256])))
  const chosen = [...grouped(proven, ({ id }) => id).values()].flatMap(theBest)
  const settled = [...grouped(chosen, ({ file }) => file.path).values()].flatMap(theBest)
  return new Map(settled.map(({ id, file }) => [id, file]))
}

/** Files that a lost one may be, by all that can be told without reading them. */
function likely({ id, path: was, root, known }: LostFile, files: readonly SourceFile[]): Pair[] {
  const place = below(root, was)
  return files.flatMap((file) => {
    const samePlace = below(file.root, file.path) === place
    if (known ? file.bytes !== known.bytes : !samePlace) return []
    return [{ id, file, likeness: samePlace ? Infinity : sameTail(namesOf(was), namesOf(file.path)) }]
  })
}

async function provenBy(
  digests: Digests,
  pairs: readonly Pair[],
  wanted: ReadonlyMap<string, string | undefined>,
): Promise<Pair[]> {
  const files = new Map(
    pairs.filter(({ id }) => wanted.get(id) !== undefined).map(({ file }) => [file.path, file]),
  )
  const measured = await digests([...files.values()])
  const digestOf = new Map([...files.keys()].map((one, index) => [one, measured[index]]))
  return pairs.filter(({ id, file }) => {
    const digest = wanted.get(id)
    return digest === undefined || digestOf.get(file.path) === digest
  })
}

/** The one pair that is more alike than all others; none where several are. */
function theBest(pairs: readonly Pair[]): Pair[] {
  const most = Math.max(...pairs.map(({ likeness }) => likeness))
  const best = pairs.filter(({ likeness }) => likeness === most)
  return best.length === 1 ? best : []
}

/** A file that was dropped by itself stands below its own folder. */
const below = (root: string, file: string): string =>
  sameName(path.relative(root, file) || path.basename(file))

const system = pathSystem(process.platform)

/** macOS writes accents apart; on Windows a name may have come back in other letters. */
const sameName = (name: string): string =>
  system === 'windows' ? foldedCase(name.normalize()) : name.normalize()
const namesOf = (file: string): readonly string[] => namesOfAny(sameName(file))
const nameOf = (file: string): string => namesOf(file).at(-1) ?? ''

function sameTail(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < Math.min(a.length, b.length) && a.at(-1 - count) === b.at(-1 - count)) count += 1
  return count
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
