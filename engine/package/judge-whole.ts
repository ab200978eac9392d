import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { type Manifest, manifestName } from '../../shared/packing/manifest.ts'
import { clashKey } from '../../shared/paths/paths.ts'
import { countProblems } from './judge-items.ts'
import { nameProblems, rulesProblems } from './judge-rules.ts'
import type { OnePart } from './read-part.ts'

/** As many as one manifest may list: judging takes a second then. */
const mostItems = 10_000

/**
 * Files that are in two parts: of one path, or of one content. A content that the submission itself has twice, under two
 * numbers, is for the rules.
 */
export function repeatedFiles(parts: readonly OnePart[]): (readonly [OnePart, VerifyProblem])[] {
  const paths = new Map<string, OnePart>()
  const contents = new Map<string, OnePart>()
  // A manifest of another program may leave the numbers out.
  const numbered = parts.every(({ manifest }) => manifest.items.every(({ seq }) => seq !== undefined))
  return parts.flatMap((part) =>
    part.manifest.items.flatMap(({ path: item, seq, facts: { sha256 } }) => {
      const place = clashKey(item)
      const content = JSON.stringify([sha256, numbered ? seq : null])
      const [samePlace, sameContent] = [paths.get(place), sha256 && contents.get(content)]
      paths.set(place, samePlace ?? part)
      contents.set(content, sameContent || part)
      const twice = [samePlace, sameContent].some((other) => other && other !== part)
      return twice ? [[part, { code: 'file-in-two-parts', item }] as const] : []
    }),
  )
}

/**
 * What only all parts together can tell: counts, quotas, files that are alike, names, which are numbered over all of them.
 * What was said of a part by itself is not said again. Each with the part that it is about, if it is about one.
 */
export function wholeProblems(
  parts: readonly OnePart[],
  noticeById: (id: string) => Notice | undefined,
): (readonly [OnePart | undefined, VerifyProblem])[] {
  const [first] = parts
  const total = parts.reduce((sum, { manifest }) => sum + manifest.items.length, 0)
  if (!first || total > mostItems) return [[first, { code: 'manifest-too-large', item: manifestName }]]
  const whole = wholeOf(parts, first.manifest)
  const homes = new Map(
    parts.flatMap((part) => part.manifest.items.map((item) => [item.path, part] as const)),
  )
  const notice = noticeById(whole.notice.id)
  const task = notice && taskOf(notice, whole.task.id)
  const found = [
    ...numberProblems(whole),
    ...countProblems(whole),
    ...(task ? [...nameProblems(whole, notice, task, homes), ...rulesProblems(whole, notice, task)] : []),
  ]
  const said = new Set(parts.flatMap(({ problems }) => problems.map(keyOf)))
  return found
    .filter((problem) => !said.has(keyOf(problem)))
    .map((problem) => [homes.get(problem.item ?? ''), problem] as const)
}

const keyOf = ({ code, item, row, finding }: VerifyProblem): string =>
  JSON.stringify([code, item, row, finding?.rule, finding?.code, finding?.subject.field])

/** The submission as it would stand in one part. */
function wholeOf(parts: readonly OnePart[], first: Manifest): Manifest {
  const items = parts.flatMap(({ manifest }) => manifest.items)
  const waivers = new Map(
    parts.flatMap(({ manifest }) => manifest.waivers.map((one) => [JSON.stringify(one), one] as const)),
  )
  return {
    ...first,
    part: { index: 1, of: 1 },
    items: items.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
    waivers: [...waivers.values()],
  }
}

/** Numbered files are numbered from 1 without a gap. */
function numberProblems({ items }: Manifest): VerifyProblem[] {
  if (items.some(({ seq }) => seq === undefined)) return []
  return items.every(({ seq }, index) => seq === index + 1)
    ? []
    : [{ code: 'manifest-unreadable', item: manifestName, actual: 'items.seq' }]
}
