import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { checksumsName, type Manifest, manifestName, parseChecksums } from '../../shared/packing/manifest.ts'
import { readManifest } from '../../shared/packing/read-manifest.ts'
import type { Contents } from './contents.ts'
import { countProblems, itemProblems, listProblems } from './judge-items.ts'
import { nameProblems, rulesProblems } from './judge-rules.ts'

export interface Judgement {
  /** Pictures, videos and rows that are there and right. */
  readonly items: number
  readonly problems: readonly VerifyProblem[]
  /** What the package says of itself; undefined where that cannot be read. */
  readonly manifest?: Manifest
}

/**
 * Holds what was read against the package's own checksums and manifest, and the manifest against the notice's
 * rules: the same `check` that judged the submission before it was packed. Of a package that could not be
 * opened nothing else is said.
 *
 * @param noticeById undefined for a notice that this installation does not know
 */
export function judgeContents(contents: Contents, noticeById: (id: string) => Notice | undefined): Judgement {
  const problems = [...contents.problems]
  if (problems.some(({ code }) => code === 'archive-broken')) return { items: 0, problems }
  problems.push(...checksumProblems(contents, saidOf(problems)))
  const manifest = manifestOf(contents)
  if ('code' in manifest) {
    if (!saidOf(contents.problems).has(manifestName)) problems.push(manifest)
    return { items: 0, problems }
  }
  problems.push(...listProblems(manifest, contents, saidOf(problems)))
  const wrong = itemProblems(manifest, contents, saidOf(problems))
  problems.push(...wrong, ...countProblems(manifest), ...noticeProblems(manifest, contents, noticeById))
  const spoilt = new Set(wrong.map(({ item }) => item))
  const right = manifest.items.filter(
    ({ path, facts }) => contents.files.get(path)?.sha256 === facts.sha256 && !spoilt.has(path),
  )
  return { items: right.length + manifest.rows.length, problems, manifest }
}

/** What something was said of already: one file, one reason. */
const saidOf = (problems: readonly VerifyProblem[]): ReadonlySet<string | undefined> =>
  new Set(problems.filter(({ code }) => code !== 'header-differs').map(({ item }) => item))

/** Every file is listed with its checksum, every listed file is there, and none has changed. */
function checksumProblems(
  { files, texts }: Contents,
  said: ReadonlySet<string | undefined>,
): VerifyProblem[] {
  const text = texts.get(checksumsName)
  if (text === undefined) {
    if (said.has(checksumsName)) return []
    return [{ code: files.has(checksumsName) ? 'checksums-unreadable' : 'no-checksums', item: checksumsName }]
  }
  const sums = parseChecksums(text)
  if (!sums) return [{ code: 'checksums-unreadable', item: checksumsName }]
  const listed = [...sums].flatMap(([path, expected]): VerifyProblem[] => {
    const file = files.get(path)
    // Of a manifest that is not there more is said below.
    if (!file) return said.has(path) || path === manifestName ? [] : [{ code: 'file-missing', item: path }]
    return file.sha256 === expected
      ? []
      : [{ code: 'checksum-differs', item: path, expected, actual: file.sha256 }]
  })
  const unlisted = [...files.keys()]
    .filter((path) => path !== checksumsName && !sums.has(path))
    .map((path): VerifyProblem => ({ code: 'file-unlisted', item: path }))
  return [...listed, ...unlisted]
}

function manifestOf({ files, texts }: Contents): Manifest | VerifyProblem {
  const text = texts.get(manifestName)
  if (text === undefined)
    return { code: files.has(manifestName) ? 'manifest-too-large' : 'no-manifest', item: manifestName }
  const manifest = readManifest(text)
  if (!('trouble' in manifest)) return manifest
  const code = manifest.trouble === 'too-large' ? 'manifest-too-large' : 'manifest-unreadable'
  return { code, item: manifestName, ...(manifest.detail && { actual: manifest.detail }) }
}

function noticeProblems(
  manifest: Manifest,
  contents: Contents,
  noticeById: (id: string) => Notice | undefined,
): VerifyProblem[] {
  const notice = noticeById(manifest.notice.id)
  const task = notice && taskOf(notice, manifest.task.id)
  if (!notice || !task) return [{ code: 'notice-unknown', actual: manifest.notice.id }]
  const expected = task.documents.flatMap(({ name, formats }) => formats.map((format) => `${name}.${format}`))
  const documents = new Set(manifest.documents)
  return [
    ...expected
      .filter((path) => !documents.has(path))
      .map((path): VerifyProblem => ({ code: 'document-missing', item: path })),
    ...nameProblems(manifest, notice, task, contents.files),
    ...rulesProblems(manifest, notice, task),
  ]
}
