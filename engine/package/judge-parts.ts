import path from 'node:path'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import type { Found } from './find-packages.ts'
import { groupsOf, largest } from './groups.ts'
import { judgeMixed, judgeSet, partSet } from './judge-set.ts'
import { type Across, differs, type OnePart, type ReadPart, type Say } from './read-part.ts'

/** What is held against packages because of others that were read with them; by the package. */
export async function partsProblems(
  read: readonly ReadPart[],
  across: Across,
): Promise<ReadonlyMap<Found, readonly VerifyProblem[]>> {
  const held = new Map<Found, VerifyProblem[]>()
  const say: Say = ({ found }, ...problems) => {
    const known = held.get(found) ?? []
    const differed = known.some(({ code }) => code === 'parts-differ')
    const fresh = problems.filter(({ code }) => !differed || code !== 'parts-differ')
    held.set(found, [...known, ...fresh])
  }
  const parts = read.filter((part): part is OnePart => part.manifest !== undefined)
  const submissions = groupsOf(parts, ({ submission }) => submission)
  const sets = submissions.flatMap((all) => partSet(all, across, say) ?? [])
  for (const set of sets) judgeSet(set, across, say)
  await judgeMixed(sets, across, say)
  await judgeFolders(read, across, say)
  return held
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
    for (const part of together) if (!own.includes(part)) say(part, differs(part, own[0]))
  }
}

const isNotWhatWasStated = ({ problems }: ReadPart): boolean =>
  problems.some(({ code }) => code === 'mail-checksum-differs' || code === 'checklist-checksum-differs')
