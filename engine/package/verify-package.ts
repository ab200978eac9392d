import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { VerifiedPackage, VerifyProblem } from '../../shared/contract/packages.ts'
import type { Step } from '../../shared/operation.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Claim } from '../sources/claims.ts'
import { type Found, packagesAt } from './find-packages.ts'
import { hashFile } from './hash-file.ts'
import { type Judgement, judgeContents } from './judge-contents.ts'
import { listRowProblems, wrongRows } from './judge-list.ts'
import { mailName, mailedChecksum } from './mail-text.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'

const largestMail = 4 * 1024 * 1024

export interface VerifyOptions {
  readonly notices: readonly Notice[]
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/**
 * Reopens packages: a zip, an unpacked folder, a folder of zips, or a folder of such folders. A zip that lies
 * beside the mail's text is also held against the checksum that the mail states.
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
  let before = 0
  for (const one of found) {
    const report = (item: string, bytes: number) =>
      options.onProgress({ stage: 'verify', done: Math.min(before + bytes, total), total, item })
    verified.push(await verifyOne(one, options, report))
    before += one.bytes
  }
  return verified
}

/** A bug while one package is judged is that package's problem: the others of the call are judged all the same. */
async function verifyOne(
  found: Found,
  options: VerifyOptions,
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
  { notices, signal }: VerifyOptions,
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
  const mailed = found.kind === 'zip' ? await mailProblems(found, signal) : []
  return { items: items - wrongRows(list, manifest), problems: [...problems, ...list, ...mailed] }
}

/** The checksum in the mail's text beside the zip is the zip's own. */
async function mailProblems(found: Found, signal: AbortSignal): Promise<VerifyProblem[]> {
  const mail = await mailBeside(found.path)
  const expected = mail === undefined ? undefined : mailedChecksum(mail, path.basename(found.path))
  if (expected === undefined) return []
  const actual = await hashFile(found.path, signal)
  return actual === expected ? [] : [{ code: 'mail-checksum-differs', expected, actual }]
}

/** The mails' text beside a zip; undefined where there is none, or what bears its name cannot be it. */
async function mailBeside(zip: string): Promise<string | undefined> {
  const place = path.join(path.dirname(zip), mailName)
  try {
    const { size } = await stat(place)
    return size <= largestMail ? await readFile(place, 'utf8') : undefined
  } catch {
    return undefined
  }
}
