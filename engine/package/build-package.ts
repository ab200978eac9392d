import { open, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import { Fault } from '../../shared/faults.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Step } from '../../shared/operation.ts'
import type { Task } from '../../shared/notice/task.ts'
import { mailsFor, type WrittenPart } from '../../shared/packing/mail.ts'
import { packable, type PlannedPart, planPackage } from '../../shared/packing/plan.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, type Judged, judged } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { Claim } from '../sources/claims.ts'
import type { SourceFile } from '../sources/walk.ts'
import { systemReason } from '../store/system-reason.ts'
import { mailName, mailText } from './mail-text.ts'
import { openWorkplace, type Workplace } from './out-folder.ts'
import { type PartContext, partFiles } from './package-files.ts'
import { provePart } from './prove-part.ts'
import { SourceSizeChanged, writeZip, type ZipSource } from './zip-writer.ts'

export interface BuildOptions {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly source: (id: string) => SourceFile
  readonly out: Claim
  readonly now: Date
  readonly id: string
  readonly generator: string
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/**
 * Gate → plan → write in a hidden folder → reopen and prove → move into place. Either the whole package lies
 * under its final name, or nothing does.
 *
 * @throws Fault `unit-needed`, `submission-has-errors`, `nothing-to-pack`, `source-changed`, `out-inside-source`,
 *   `out-unwritable`, `disk-full`, `package-broken`, `cancelled`
 */
export async function buildPackage(options: BuildOptions): Promise<PackResult> {
  const { notice, task, submission, out, now } = options
  // Names, subject and documents all speak of the unit.
  if (!submission.unit) throw new Fault({ code: 'unit-needed', task: task.title })
  const clock = wallClock(now, notice.utcOffset)
  const verdict = judged(task, check(notice, submission, clock), submission.waivers)
  const errors = blocking(verdict)
  if (errors.length > 0) throw new Fault({ code: 'submission-has-errors', errors: errors.length })
  const items = packable(submission)
  if (items.length + submission.rows.length === 0) throw new Fault({ code: 'nothing-to-pack' })

  const tokens = {
    ...submissionTokens(notice, task, { ...submission, items }, clock),
    waivers: waiverLines(verdict),
  }
  const context: PartContext = {
    notice,
    task,
    submission: { ...submission, items },
    tokens,
    now,
    generator: options.generator,
  }
  const plan = planPackage(task, submission, tokens)
  const roots = [...new Set(items.map(({ id }) => options.source(id).root))]
  const needed = items.reduce((sum, { facts }) => sum + facts.bytes, 0)
  const workplace = await openWorkplace(out.path, { sources: roots, needed, id: options.id })
  try {
    const parts: (WrittenPart & { items: number })[] = []
    for (const part of plan.parts) parts.push(await writePart(part, workplace, context, options))
    const mails = mailsFor(task, parts, tokens)
    await writeFile(path.join(workplace.folder, mailName), mailText(mails), { flush: true })
    options.signal.throwIfAborted()
    const home = await workplace.publish(plan.folderName)
    const final = (file: string) => path.join(out.given, path.basename(home), path.basename(file))
    const planned = plan.parts.reduce((sum, part) => sum + part.items.length, 0) + submission.rows.length
    return {
      planned,
      packed: parts.reduce((sum, part) => sum + part.items, 0) + submission.rows.length,
      packages: parts.map(({ path: file, bytes, sha256, items: count }) => ({
        path: final(file),
        bytes,
        sha256,
        items: count,
      })),
      documents: [final(mailName)],
      mails: mails.map((mail) => ({ ...mail, attachments: mail.attachments.map(final) })),
      waived: waivedReasons(verdict),
      out: path.join(out.given, path.basename(home)),
    }
  } catch (error) {
    await workplace.discard()
    throw options.signal.aborted ? new Fault({ code: 'cancelled' }) : diskFault(error, out)
  }
}

async function writePart(
  part: PlannedPart,
  workplace: Workplace,
  context: PartContext,
  options: BuildOptions,
): Promise<WrittenPart & { items: number }> {
  const made = await partFiles(part, context)
  const file = path.join(workplace.folder, part.fileName)
  const sources: ZipSource[] = []
  for (const { item, path: name, bytes } of part.items) {
    const source = options.source(item)
    const status = await stat(source.path).catch((error: unknown) =>
      Promise.reject(sourceFault(error, source)),
    )
    if (status.size !== bytes)
      throw new Fault({ code: 'source-changed', path: source.given, change: 'changed' })
    sources.push({ name, path: source.path, size: bytes, modified: status.mtime })
  }
  sources.push(...made.map(({ name, content }) => ({ name, content, modified: context.now })))
  const total = part.items.reduce((sum, { bytes }) => sum + bytes, 0)
  await writeZip(file, sources, {
    signal: options.signal,
    onProgress: (item, bytes) =>
      options.onProgress({ stage: 'write', done: Math.min(bytes, total), total, item }),
  }).catch((error: unknown) => Promise.reject(writeFault(error, options, part)))

  // Flushing to the disk and proving what was written go on side by side.
  const flushed = flush(file)
  flushed.catch(() => undefined)
  const proof = await provePart(file, part, made, options)
  await flushed
  return { path: file, fileName: part.fileName, ...proof, items: part.items.length }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A source that cannot be read any more, told from a target that cannot be written. */
function writeFault(error: unknown, options: BuildOptions, part: PlannedPart): unknown {
  if (error instanceof SourceSizeChanged) {
    const planned = part.items.find(({ item }) => options.source(item).path === error.path)
    const given = planned ? options.source(planned.item).given : error.path
    return new Fault({ code: 'source-changed', path: given, change: 'changed' }, { cause: error })
  }
  const failed = typeof error === 'object' && error !== null && 'path' in error ? error.path : undefined
  const source = part.items.map(({ item }) => options.source(item)).find((one) => one.path === failed)
  return source ? sourceFault(error, source) : error
}

function sourceFault(error: unknown, source: SourceFile): Fault {
  const change = systemReason(error) === 'ENOENT' ? 'vanished' : 'unreadable'
  return new Fault({ code: 'source-changed', path: source.given, change }, { cause: error })
}

function diskFault(error: unknown, out: Claim): unknown {
  if (error instanceof Fault) return error
  const reason = systemReason(error)
  if (reason === 'ENOSPC' || reason === 'EDQUOT')
    return new Fault({ code: 'disk-full', path: out.given }, { cause: error })
  const refused = [
    'EACCES',
    'EPERM',
    'EROFS',
    'EIO',
    'ENOENT',
    'EBUSY',
    'ENODEV',
    'ENAMETOOLONG',
    'EFBIG',
  ].includes(reason)
  return refused ? new Fault({ code: 'out-unwritable', path: out.given, reason }, { cause: error }) : error
}

const waivedReasons = (verdict: readonly Judged[]): { code: string; reason: string }[] => {
  const reasons = verdict.flatMap(({ finding, waived }) =>
    waived === undefined ? [] : [{ code: finding.code, reason: waived }],
  )
  return [...new Map(reasons.map((one) => [`${one.code}\n${one.reason}`, one])).values()]
}

/** The reasons for what is kept all the same, as the mail and the checklist state them. */
const waiverLines = (verdict: readonly Judged[]): string =>
  waivedReasons(verdict)
    .map(({ reason }) => `· ${reason}`)
    .join('\n')
