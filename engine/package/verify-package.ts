import type { VerifiedPackage } from '../../shared/contract/packages.ts'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import type { Step } from '../../shared/operation.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { checksumsName, type Manifest, manifestName } from '../../shared/packing/manifest.ts'
import type { Claim } from '../sources/claims.ts'
import type { Contents } from './contents.ts'
import { type Found, packagesAt } from './find-packages.ts'
import { judgeContents } from './judge-contents.ts'
import { listRowProblems, wrongRows } from './judge-list.ts'
import {
  neighbourProblems,
  neighboursOf,
  type Neighbours,
  speaksOfOne,
  type Stated,
} from './judge-neighbours.ts'
import { partsProblems } from './judge-parts.ts'
import { partNameProblems } from './part-name.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'
import { type ReadPart, submissionOf } from './read-part.ts'

export interface VerifyOptions {
  readonly notices: readonly Notice[]
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

interface Judging extends VerifyOptions {
  readonly beside: (folder: string) => Promise<Neighbours>
}

interface Judged {
  readonly found: Found
  readonly items: number
  readonly problems: readonly VerifyProblem[]
  /** Undefined where the package does not say what it is. */
  readonly part?: ReadPart
}

/**
 * Reopens packages: a zip, an unpacked folder, a folder of zips and of parts that are folders, or a folder of such folders.
 * What lies beside the mail's text or the checklist is also held against the checksum that they state, and the parts of one
 * submission against one another.
 *
 * @throws Fault `not-found`, `not-readable` for what was claimed; the signal's reason
 */
export async function verifyPackages(
  claims: readonly Claim[],
  options: VerifyOptions,
): Promise<VerifiedPackage[]> {
  const found = (await Promise.all(claims.map((claim) => packagesAt(claim, options.signal)))).flat()
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0)
  const judged: Judged[] = []
  const beside = neighboursOf()
  let before = 0
  for (const one of found) {
    const report = (item: string, bytes: number) =>
      options.onProgress({ stage: 'verify', done: Math.min(before + bytes, total), total, item })
    judged.push(await judgeSafely(one, { ...options, beside }, report))
    before += one.bytes
  }
  const across = await acrossSafely(judged, { ...options, beside })
  return judged.map(({ found: one, items, problems, part }) => {
    const all = [...problems, ...(across.get(one) ?? [])]
    const { index, of } = part?.manifest?.part ?? {}
    return {
      path: one.given,
      ok: all.length === 0,
      items,
      ...(part && index && of && { part: { index, of }, submission: part.submission }),
      problems: all,
    }
  })
}

/** A bug while one package is judged is that package's problem: the others of the call are judged all the same. */
async function judgeSafely(
  found: Found,
  options: Judging,
  report: (item: string, bytes: number) => void,
): Promise<Judged> {
  try {
    return await judgeOne(found, options, report)
  } catch (error) {
    options.signal.throwIfAborted()
    return { found, items: 0, problems: [failed(error)] }
  }
}

/** What is held against packages because of others; a bug there is said of the first of them. */
async function acrossSafely(
  judged: readonly Judged[],
  { notices, signal, beside }: Judging,
): Promise<ReadonlyMap<Found, readonly VerifyProblem[]>> {
  const parts = judged.flatMap(({ part }) => part ?? [])
  try {
    return await partsProblems(parts, {
      unread: judged.filter(({ part }) => part === undefined).map(({ found }) => found),
      noticeById: (id) => notices.find((notice) => notice.id === id),
      speaksOfOne: (folder) => speaksOfOne(folder, beside),
    })
  } catch (error) {
    signal.throwIfAborted()
    const [first] = parts
    return new Map(first ? [[first.found, [failed(error)]]] : [])
  }
}

const failed = (error: unknown): VerifyProblem => ({
  code: 'check-failed',
  actual: error instanceof Error ? error.message : String(error),
})

async function judgeOne(
  found: Found,
  { notices, signal, beside }: Judging,
  report: (item: string, bytes: number) => void,
): Promise<Judged> {
  if (found.kind === 'nothing') return { found, items: 0, problems: [{ code: 'not-a-package' }] }
  const contents = await (found.kind === 'zip' ? readArchive : readFolder)(found.path, signal, report)
  const noticeById = (id: string) => notices.find((notice) => notice.id === id)
  const { items, problems: own, manifest } = judgeContents(contents, noticeById)
  const document = manifest?.list?.document
  const said = own.some(
    ({ code, item }) => code !== 'header-differs' && item !== undefined && item === document,
  )
  const list = manifest && !said ? await listRowProblems(manifest, contents, noticeById, signal) : []
  const stated = await neighbourProblems(statedOf(found, contents, manifest), beside, signal)
  const named = manifest ? partNameProblems(found.path, manifest) : []
  const problems = [...own, ...list, ...stated, ...named]
  return {
    found,
    items: items - wrongRows(list, manifest),
    problems,
    ...(manifest && { part: partOf(found, contents, manifest, problems) }),
  }
}

function statedOf({ path, kind }: Found, { files }: Contents, manifest: Manifest | undefined): Stated {
  if (kind === 'zip') return { path, kind }
  const sha256 = files.get(checksumsName)?.sha256
  return { path, kind: manifest?.way === 'disk' ? 'disk' : 'unpacked', sha256 }
}

const partOf = (
  found: Found,
  { files }: Contents,
  manifest: Manifest,
  problems: readonly VerifyProblem[],
): ReadPart => ({
  found,
  submission: submissionOf(manifest),
  mark: files.get(manifestName)?.sha256 ?? '',
  createdAt: manifest.createdAt,
  // Of hundreds of whole packages nothing else is kept.
  manifest: manifest.part.of > 1 ? manifest : undefined,
  problems,
})
