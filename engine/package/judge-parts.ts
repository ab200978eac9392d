import path from 'node:path'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Manifest } from '../../shared/packing/manifest.ts'
import type { Found } from './find-packages.ts'
import { repeatedFiles, wholeProblems } from './judge-whole.ts'

/** A package that was read and judged by itself. */
export interface ReadPart {
  readonly found: Found
  /** Equal in all parts of one submission. */
  readonly submission: string
  /** Tells it from other parts: copies of one part have the same. */
  readonly mark: string
  /** Only of one part of several. */
  readonly manifest: Manifest | undefined
  /** What was said of it. */
  readonly problems: readonly VerifyProblem[]
}

/** One part of several. */
export type OnePart = ReadPart & { readonly manifest: Manifest }

export interface Across {
  /** Packages of the same call that could not be read so far. */
  readonly unread: readonly Found[]
  readonly noticeById: (id: string) => Notice | undefined
  /** Whether something lies in a folder that speaks of one submission. */
  readonly speaksOfOne: (folder: string) => Promise<boolean>
}

/** Collects what is held against packages, each thing once. */
type Say = (part: ReadPart, ...problems: VerifyProblem[]) => void

/** What tells the parts of one submission from those of others; where the package says nothing, what its parts share. */
export const submissionOf = ({ submission, notice, task, unit, createdAt, part }: Manifest): string =>
  submission ?? JSON.stringify([notice.id, task.id, unit?.name, createdAt, part.of])

/** What is held against packages because of others that were read with them; by the package. */
export async function partsProblems(
  read: readonly ReadPart[],
  across: Across,
): Promise<ReadonlyMap<Found, readonly VerifyProblem[]>> {
  const held = new Map<Found, VerifyProblem[]>()
  const say: Say = ({ found }, ...problems) => {
    const known = held.get(found) ?? []
    const fresh = problems.filter(({ code }) => code !== 'parts-differ' || !known.some((one) => one.code === code)) // prettier-ignore
    held.set(found, [...known, ...fresh])
  }
  const parts = read.filter((part): part is OnePart => part.manifest !== undefined)
  for (const set of groupsOf(parts, ({ submission }) => submission)) judgeSet(set, across, say)
  await judgeFolders(read, across, say)
  return held
}

/** The parts of what calls itself one submission. */
function judgeSet(set: readonly OnePart[], across: Across, say: Say): void {
  const alike = largest(groupsOf(set, ({ manifest }) => sharedOf(manifest)))
  const byIndex = new Map<number, OnePart>()
  for (const part of set) {
    const { index } = part.manifest.part
    const other = byIndex.get(index)
    if (!alike.includes(part) || (other && other.mark !== part.mark)) say(part, { code: 'parts-differ' })
    else if (!other) byIndex.set(index, part)
  }
  const parts = [...byIndex.values()].toSorted((a, b) => a.manifest.part.index - b.manifest.part.index)
  const [first] = parts
  if (!first) return
  const repeated = repeatedFiles(parts)
  for (const [part, problem] of repeated) say(part, problem)
  if (parts.length < first.manifest.part.of) {
    if (set.some(({ found }) => found.within)) say(first, ...missing(parts, first.manifest.part.of, across))
    return
  }
  // A file in two parts would be counted twice.
  if (repeated.length > 0) return
  for (const [part, problem] of wholeProblems(parts, across.noticeById)) say(part ?? first, problem)
}

/** What all parts of a submission say alike. */
const sharedOf = ({ notice, task, unit, replaces, createdAt, part, counts, rows, declared }: Manifest) =>
  JSON.stringify([notice, task, unit, replaces, createdAt, part.of, counts, rows, declared])

/** So many missing parts are named. */
const mostNamed = 20

function missing(parts: readonly OnePart[], of: number, { unread }: Across): VerifyProblem[] {
  const there = new Set(parts.map(({ manifest }) => manifest.part.index))
  const folders = new Set(parts.map(({ found }) => path.dirname(found.path)))
  for (const one of unread) {
    // What cannot be opened is there all the same, by its name.
    const [, index, all] = /第(\d+)包，共(\d+)包/.exec(path.basename(one.path)) ?? []
    if (folders.has(path.dirname(one.path)) && Number(all) === of) there.add(Number(index))
  }
  const problems: VerifyProblem[] = []
  for (let index = 1; index <= of && problems.length < mostNamed; index += 1)
    if (!there.has(index)) problems.push({ code: 'part-missing', expected: index })
  return problems
}

/** Under one mail or one checklist lie parts of one submission. */
async function judgeFolders(read: readonly ReadPart[], across: Across, say: Say): Promise<void> {
  for (const together of groupsOf(read, ({ found }) => path.dirname(found.path))) {
    const sets = groupsOf(together, ({ submission }) => submission)
    if (sets.length < 2 || together.every(({ manifest }) => manifest === undefined)) continue
    const folder = path.dirname(together[0]?.found.path ?? '')
    if (!(await across.speaksOfOne(folder))) continue
    const meant = sets.filter((set) => !set.some(isNotWhatWasStated))
    const own = largest(meant.length > 0 ? meant : sets)
    for (const part of together) if (!own.includes(part)) say(part, { code: 'parts-differ' })
  }
}

const isNotWhatWasStated = ({ problems }: ReadPart): boolean =>
  problems.some(({ code }) => code === 'mail-checksum-differs' || code === 'checklist-checksum-differs')

function groupsOf<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return [...groups.values()]
}

/** The largest group, of several the first. */
const largest = <T>(groups: readonly T[][]): T[] =>
  groups.reduce((most, group) => (group.length > most.length ? group : most), [])
