import type { VerifyProblem } from '../../shared/contract/packages.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { taskOf } from '../../shared/notice/choose.ts'
import { checksumsName, Manifest, manifestName, parseChecksums } from '../../shared/packing/manifest.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, judged } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { Contents } from './contents.ts'

export interface Judgement {
  /** Pictures, videos and rows that are there and right. */
  readonly items: number
  readonly problems: readonly VerifyProblem[]
  readonly manifest: Manifest | undefined
}

/**
 * Holds what was read against the package's own checksums and manifest, and the manifest against the notice's
 * rules: the same `check` that judged the submission before it was packed.
 *
 * @param noticeById undefined for a notice that this installation does not know
 */
export function judgeContents(contents: Contents, noticeById: (id: string) => Notice | undefined): Judgement {
  const problems = [...contents.problems, ...checksumProblems(contents)]
  const manifest = readManifest(contents)
  if ('code' in manifest) return { items: 0, problems: [...problems, manifest], manifest: undefined }
  const right = manifest.items.filter(({ path, facts }) => {
    const file = contents.files.get(path)
    if (file && file.sha256 !== facts.sha256 && !problems.some(({ item }) => item === path))
      problems.push({ code: 'checksum-differs', item: path, expected: facts.sha256, actual: file.sha256 })
    return file !== undefined && file.sha256 === facts.sha256
  })
  const listed = new Set(manifest.items.map(({ path }) => path))
  for (const path of [...listed, ...manifest.documents])
    if (!contents.files.has(path) && !problems.some(({ item }) => item === path))
      problems.push({ code: 'file-missing', item: path })
  const items = right.length + manifest.rows.length
  const expected = manifest.counts.total
  if (manifest.part.of === 1 && expected !== manifest.items.length + manifest.rows.length)
    problems.push({ code: 'counts-differ', expected, actual: manifest.items.length + manifest.rows.length })
  return {
    items,
    problems: [...problems, ...ruleProblems(manifest, noticeById(manifest.notice.id))],
    manifest,
  }
}

/** Every file is listed with its checksum, every listed file is there, and none has changed. */
function checksumProblems({ files, texts, problems: known }: Contents): VerifyProblem[] {
  const text = texts.get(checksumsName)
  if (text === undefined)
    return files.size === 0 && known.length > 0 ? [] : [{ code: 'no-checksums', item: checksumsName }]
  const sums = parseChecksums(text)
  if (!sums) return [{ code: 'checksums-unreadable', item: checksumsName }]
  const said = new Set(known.map(({ item }) => item))
  const listed = [...sums].flatMap(([path, expected]): VerifyProblem[] => {
    const file = files.get(path)
    if (file)
      return file.sha256 === expected
        ? []
        : [{ code: 'checksum-differs', item: path, expected, actual: file.sha256 }]
    return said.has(path) ? [] : [{ code: 'file-missing', item: path }]
  })
  const unlisted = [...files.keys()]
    .filter((path) => path !== checksumsName && !sums.has(path))
    .map((path): VerifyProblem => ({ code: 'file-unlisted', item: path }))
  return [...listed, ...unlisted]
}

function readManifest({ texts }: Contents): Manifest | VerifyProblem {
  const text = texts.get(manifestName)
  if (text === undefined) return { code: 'no-manifest', item: manifestName }
  try {
    const parsed = Manifest.safeParse(JSON.parse(text))
    return parsed.success
      ? parsed.data
      : { code: 'manifest-unreadable', item: manifestName, actual: parsed.error.issues[0]?.path.join('.') }
  } catch {
    return { code: 'manifest-unreadable', item: manifestName }
  }
}

function ruleProblems(manifest: Manifest, notice: Notice | undefined): VerifyProblem[] {
  const task = notice && taskOf(notice, manifest.task.id)
  if (!notice || !task) return [{ code: 'notice-unknown', actual: manifest.notice.id }]
  const older: VerifyProblem[] =
    notice.version === manifest.notice.version
      ? []
      : [{ code: 'notice-version-differs', expected: notice.version, actual: manifest.notice.version }]
  const submission = {
    task: task.id,
    unit: manifest.unit,
    items: manifest.items.map(({ path, original, fields, facts }) => ({
      id: path,
      relative: original,
      fields,
      facts,
    })),
    rows: manifest.rows,
    declared: manifest.declared,
    // Waivers of single files named the engine's ids of that session; here a file's id is its path.
    waivers: manifest.waivers,
  }
  const now = wallClock(new Date(manifest.createdAt), notice.utcOffset)
  const findings = check(notice, submission, now)
  // One part of several says nothing of the whole's quota.
  const whole = manifest.part.of === 1 ? findings : findings.filter(({ code }) => !code.startsWith('quota-'))
  const broken = blocking(judged(task, whole, manifest.waivers))
  return [
    ...older,
    ...broken.map((finding): VerifyProblem => ({
      code: 'rule-broken',
      ...(finding.subject.item !== undefined && { item: finding.subject.item }),
      expected: finding.expected,
      actual: { rule: finding.rule, code: finding.code, measured: finding.actual },
    })),
  ]
}
