import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { VerifiedPackage, VerifyProblem } from '../../shared/contract/packages.ts'
import { Fault } from '../../shared/faults.ts'
import type { Step } from '../../shared/operation.ts'
import { checksumsName, manifestName } from '../../shared/packing/manifest.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Claim } from '../sources/claims.ts'
import { systemReason } from '../store/system-reason.ts'
import { hashFile } from './hash-file.ts'
import { judgeContents } from './judge-contents.ts'
import { mailName, mailedChecksum } from './mail-text.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'

export interface VerifyOptions {
  readonly notices: readonly Notice[]
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/**
 * Reopens packages: a zip, an unpacked folder, or a folder of zips. A zip that lies beside the mail's text is
 * also held against the checksum that the mail states.
 *
 * @throws Fault `not-found`, `not-readable`
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

interface Found extends Claim {
  readonly kind: 'zip' | 'folder' | 'nothing'
  readonly bytes: number
}

async function verifyOne(
  found: Found,
  options: VerifyOptions,
  report: (item: string, bytes: number) => void,
): Promise<VerifiedPackage> {
  if (found.kind === 'nothing')
    return { path: found.given, ok: false, items: 0, problems: [{ code: 'not-a-package' }] }
  const read = found.kind === 'zip' ? readArchive : readFolder
  const contents = await read(found.path, options.signal, report)
  const { items, problems } = judgeContents(contents, (id) =>
    options.notices.find((notice) => notice.id === id),
  )
  const all =
    found.kind === 'zip' ? [...problems, ...(await mailProblems(found, options.signal))] : [...problems]
  return { path: found.given, ok: all.length === 0, items, problems: all }
}

/** The checksum in the mail's text beside the zip is the zip's own. */
async function mailProblems(found: Found, signal: AbortSignal): Promise<VerifyProblem[]> {
  const mail = await readFile(path.join(path.dirname(found.path), mailName), 'utf8').catch(() => undefined)
  const expected = mail === undefined ? undefined : mailedChecksum(mail, path.basename(found.path))
  if (expected === undefined) return []
  const actual = await hashFile(found.path, signal)
  return actual === expected ? [] : [{ code: 'mail-checksum-differs', expected, actual }]
}

async function packagesAt(claim: Claim): Promise<Found[]> {
  try {
    const { size, isDirectory } = await stat(claim.path).then((it) => ({
      size: it.size,
      isDirectory: it.isDirectory(),
    }))
    if (!isDirectory) return [{ ...claim, kind: 'zip', bytes: size }]
    const names = await readdir(claim.path)
    if (names.includes(checksumsName) || names.includes(manifestName))
      return [{ ...claim, kind: 'folder', bytes: await folderBytes(claim.path) }]
    const zips = names.filter((name) => name.toLowerCase().endsWith('.zip')).toSorted()
    if (zips.length === 0) return [{ ...claim, kind: 'nothing', bytes: 0 }]
    const inside = zips.map((name) =>
      packagesAt({ path: path.join(claim.path, name), given: path.join(claim.given, name) }),
    )
    return (await Promise.all(inside)).flat()
  } catch (error) {
    if (error instanceof Fault) throw error
    const reason = systemReason(error)
    throw new Fault(
      reason === 'ENOENT'
        ? { code: 'not-found', path: claim.given }
        : { code: 'not-readable', path: claim.given, reason },
      { cause: error },
    )
  }
}

async function folderBytes(root: string): Promise<number> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(path.join(entry.parentPath, entry.name)))
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
}
