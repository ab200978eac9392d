import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { mailsFor } from '../../shared/packing/mail.ts'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import type { PartWay } from '../../shared/packing/sending.ts'
import type { Task } from '../../shared/notice/task.ts'
import { listFileName, packable, planPackage } from '../../shared/packing/plan.ts'
import { submissionText } from '../../shared/packing/replaced.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { waiverLines } from '../../shared/packing/waiver-lines.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, judged, waivedReasons } from '../../shared/rules/verdict.ts'
import { dayAfter, wallClock } from '../../shared/text/wall-clock.ts'
import type { Claim } from '../sources/claims.ts'
import { writeFault } from '../store/system-fault.ts'
import { systemReason } from '../store/system-reason.ts'
import type { BuildOptions } from './build-options.ts'
import { buildParts } from './build-parts.ts'
import { mailName, mailText } from './mail-text.ts'
import type { PartContext } from './part-documents.ts'
import { packageSources, preflight } from './preflight.ts'
import { openWorkplace } from './workplace.ts'
import { draftName, writeDraft } from './write-draft.ts'
import { writePapers } from './write-papers.ts'

/**
 * Gate → plan → write in a hidden folder → reopen and prove → move into place. Either the whole package lies
 * under its final name, or nothing does.
 *
 * @throws Fault `unit-needed`, `submission-has-errors`, `nothing-to-pack`, `source-changed`, `out-inside-source`,
 *   `out-unwritable`, `disk-full`, `template-unusable`, `package-broken`, `cancelled`
 */
export async function buildPackage(options: BuildOptions): Promise<PackResult> {
  const { notice, task, submission, out, now, replaces } = options
  // Names, subject and documents all speak of the unit.
  if (!submission.unit) throw new Fault({ code: 'unit-needed', task: task.title })
  const clock = wallClock(now, notice.utcOffset)
  const verdict = judged(task, check(notice, submission, clock), submission.waivers)
  const errors = blocking(verdict)
  if (errors.length > 0) throw new Fault({ code: 'submission-has-errors', errors: errors.length })
  const items = packable(submission, task)
  if (items.length + submission.rows.length === 0) throw new Fault({ code: 'nothing-to-pack' })

  const waived = waivedReasons(verdict)
  const tokens = {
    ...submissionTokens(notice, task, { ...submission, items }, clock),
    waivers: waiverLines(task, submission, verdict).join('\n'),
    version: submissionText(replaces, notice.utcOffset),
  }
  const context: PartContext = {
    notice,
    task,
    submission: { ...submission, items },
    tokens,
    now,
    generator: options.generator,
    replaces,
    templates: options.templates,
    thumbnail: options.thumbnail,
  }
  const planWith = (room?: number) =>
    planPackage(task, submission, tokens, { replaces, sending: options.sending, room })
  const sources = packageSources(items, options.source)
  const { faults, notes } = await preflight({
    plan: planWith(),
    out,
    sources,
    drafts: options.drafts === true,
    signal: options.signal,
  })
  const [fault] = faults
  if (fault) throw new Fault(fault)
  const workplace = await openWorkplace(out, { id: options.id })
  try {
    const { plan, written: parts } = await buildParts(planWith, workplace, context, options)
    const mails = mailsFor(task, plan, parts, tokens, clock.slice(0, 10))
    await writeFile(path.join(workplace.folder, mailName), mailText(mails), { flush: true })
    // The list lies beside the zip as well: it is looked at, printed and stamped.
    const list = parts.find((part) => part.list !== undefined)?.list
    const documents = list ? [listFileName(task, tokens, replaces), mailName] : [mailName]
    if (list) await writeFile(path.join(workplace.folder, documents[0] ?? ''), list, { flush: true })
    const papers = await writePapers(
      workplace,
      { ...context, verdict, plan: plan.parts, written: parts, mails, ordinal: options.ordinal, now: clock },
      options,
    )
    const drafts: string[] = []
    if (options.drafts === true)
      for (const [index, mail] of mails.entries()) {
        if (mail.attachments.length === 0) continue
        const draft = draftName(index, mails.length)
        await writeDraft(mail, path.join(workplace.folder, draft), { ...options, parts })
        drafts.push(draft)
      }
    options.signal.throwIfAborted()
    const home = await workplace.publish(plan.folderName)
    const final = (file: string) => path.join(out.given, path.basename(home), path.basename(file))
    const planned = plan.parts.reduce((sum, part) => sum + part.items.length, 0) + submission.rows.length
    return {
      planned,
      packed: parts.reduce((sum, part) => sum + part.items, 0) + submission.rows.length,
      plan: plan.plan,
      packages: parts.map(({ path: file, bytes, sha256, items: count, way }) => ({
        path: final(file),
        bytes,
        sha256,
        items: count,
        way,
        ...expiryOf(task, way, clock),
      })),
      documents: [...documents, ...papers, ...drafts].map(final),
      mails: mails.map((mail) => ({ ...mail, attachments: mail.attachments.map(final) })),
      waived,
      ...(notes.length > 0 && { notes }),
      out: path.join(out.given, path.basename(home)),
    }
  } catch (error) {
    await workplace.discard()
    throw options.signal.aborted ? new Fault({ code: 'cancelled' }) : diskFault(error, out)
  }
}

/** What a target's file system may say; anything else is a bug, and stays one. */
const targetTroubles = 'ENOSPC EDQUOT EACCES EPERM EROFS EIO ENOENT EBUSY ENODEV ENAMETOOLONG EFBIG'.split(
  ' ',
)

const diskFault = (error: unknown, out: Claim): unknown =>
  error instanceof Fault || !targetTroubles.includes(systemReason(error))
    ? error
    : writeFault(error, out.given)

/** When what the mail's own disks keep is gone. */
function expiryOf(task: Task, way: PartWay, clock: string): { expires?: string } {
  const { large } = task.packaging
  return way === 'large' && large ? { expires: dayAfter(clock.slice(0, 10), large.days) } : {}
}
