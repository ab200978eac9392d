import type { VerifiedPackage } from '../../shared/contract/packages.ts'
import type { Step } from '../../shared/operation.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Claim } from '../sources/claims.ts'
import { type Found, packagesAt } from './find-packages.ts'
import { type Judgement, judgeContents } from './judge-contents.ts'
import { listRowProblems, wrongRows } from './judge-list.ts'
import { neighbourProblems, neighboursOf, type Neighbours } from './judge-neighbours.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'

export interface VerifyOptions {
  readonly notices: readonly Notice[]
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

interface Judging extends VerifyOptions {
  readonly beside: (folder: string) => Promise<Neighbours>
}

/**
 * Reopens packages: a zip, an unpacked folder, a folder of zips, or a folder of such folders. A zip that lies
 * beside the mail's text or the checklist is also held against the checksum that they state.
 *
 * @throws Fault `not-found`, `not-readable` for what was claimed; the signal's reason
 */
export async function verifyPackages(
  claims: readonly Claim[],
  options: VerifyOptions,
): Promise<VerifiedPackage[]> {
  const found = (await Promise.all(claims.map(packagesAt))).flat()
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0)
  const verified: VerifiedPackage[] = []
  const beside = neighboursOf()
  let before = 0
  for (const one of found) {
    const report = (item: string, bytes: number) =>
      options.onProgress({ stage: 'verify', done: Math.min(before + bytes, total), total, item })
    verified.push(await verifyOne(one, { ...options, beside }, report))
    before += one.bytes
  }
  return verified
}

/** A bug while one package is judged is that package's problem: the others of the call are judged all the same. */
async function verifyOne(
  found: Found,
  options: Judging,
  report: (item: string, bytes: number) => void,
): Promise<VerifiedPackage> {
  try {
    const { items, problems } = await judgeOne(found, options, report)
    return { path: found.given, ok: problems.length === 0, items, problems: [...problems] }
  } catch (error) {
    options.signal.throwIfAborted()
    const actual = error instanceof Error ? error.message : String(error)
    return { path: found.given, ok: false, items: 0, problems: [{ code: 'check-failed', actual }] }
  }
}

async function judgeOne(
  found: Found,
  { notices, signal, beside }: Judging,
  report: (item: string, bytes: number) => void,
): Promise<Judgement> {
  if (found.kind === 'nothing') return { items: 0, problems: [{ code: 'not-a-package' }] }
  const contents = await (found.kind === 'zip' ? readArchive : readFolder)(found.path, signal, report)
  const noticeById = (id: string) => notices.find((notice) => notice.id === id)
  const { items, problems, manifest } = judgeContents(contents, noticeById)
  const document = manifest?.list?.document
  const said = problems.some(
    ({ code, item }) => code !== 'header-differs' && item !== undefined && item === document,
  )
  const list = manifest && !said ? await listRowProblems(manifest, contents, noticeById, signal) : []
  const stated = found.kind === 'zip' ? await neighbourProblems(found.path, beside, signal) : []
  return { items: items - wrongRows(list, manifest), problems: [...problems, ...list, ...stated] }
}
