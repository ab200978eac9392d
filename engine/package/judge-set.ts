import path from 'node:path'
import type { Manifest } from '../../shared/packing/manifest.ts'
import { groupsOf, largest } from './groups.ts'
import { repeatedFiles, wholeProblems } from './judge-whole.ts'
import { partInName } from './part-name.ts'
import { type Across, differs, type OnePart, type Say } from './read-part.ts'

/** What calls itself one submission. */
export interface PartSet {
  /** In their order, each once. */
  readonly parts: readonly [OnePart, ...OnePart[]]
  readonly of: number
  /** The numbers of parts that are there, also of those that cannot be opened. */
  readonly there: ReadonlySet<number>
  /** Whether others of it should lie where they were found. */
  readonly within: boolean
}

/** The parts of one submission; what is not alike, or another under the same number, is not of it. */
export function partSet(all: readonly OnePart[], { unread }: Across, say: Say): PartSet | undefined {
  const alike = largest(groupsOf(all, ({ manifest }) => sharedOf(manifest)))
  const byIndex = new Map<number, OnePart>()
  for (const part of all) {
    const { index } = part.manifest.part
    const other = byIndex.get(index)
    if (!alike.includes(part) || (other && other.mark !== part.mark)) say(part, differs(part, alike[0]))
    else if (!other) byIndex.set(index, part)
  }
  const [first, ...others] = [...byIndex.values()].toSorted(byNumber)
  if (!first) return undefined
  const parts = [first, ...others] as const
  const { of } = first.manifest.part
  const there = new Set(byIndex.keys())
  const folders = new Set(parts.map(({ found }) => path.dirname(found.path)))
  for (const one of unread) {
    // What cannot be opened is there all the same, by its name.
    const named = partInName(one.path)
    if (named?.of === of && folders.has(path.dirname(one.path))) there.add(named.index)
  }
  return { parts, of, there, within: all.some(({ found }) => found.within) }
}

const byNumber = (a: OnePart, b: OnePart): number => a.manifest.part.index - b.manifest.part.index

/** What all parts of a submission say alike. */
const sharedOf = ({ notice, task, unit, replaces, createdAt, part, counts, rows, declared }: Manifest) =>
  JSON.stringify([notice, task, unit, replaces, createdAt, part.of, counts, rows, declared])

/** All parts are there, and sound together. */
export function judgeSet({ parts, of, there, within }: PartSet, { noticeById }: Across, say: Say): void {
  const [first] = parts
  const repeated = repeatedFiles(parts)
  for (const [part, problem] of repeated) say(part, problem)
  if (parts.length < of) {
    const actual = [...there].toSorted((a, b) => a - b)
    if (within && there.size < of) say(first, { code: 'part-missing', expected: of, actual })
    return
  }
  // A file in two parts would be counted twice.
  if (repeated.length > 0) return
  for (const [part, problem] of wholeProblems(parts, noticeById)) say(part ?? first, problem)
}

/**
 * Where a part is missing and the same unit's part of that number is there, but of another packing, people take them for
 * one submission. Where a mail or a checklist lies beside a part, that tells which is meant.
 */
export async function judgeMixed(sets: readonly PartSet[], across: Across, say: Say): Promise<void> {
  for (const together of groupsOf(sets, senderOf))
    for (const set of together) {
      const isMissing = ({ manifest: { part } }: OnePart) =>
        part.index <= set.of && !set.there.has(part.index)
      const other = together.find((one) => one !== set && one.parts.some(isMissing))
      const [first] = set.parts
      if (other && !(await across.speaksOfOne(path.dirname(first.found.path))))
        say(first, differs(first, other.parts.find(isMissing)))
    }
}

const senderOf = ({ parts: [{ manifest }] }: PartSet): string =>
  JSON.stringify([manifest.notice.id, manifest.task.id, manifest.unit?.name])
