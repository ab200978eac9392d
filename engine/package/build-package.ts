import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { mailsFor } from '../../shared/packing/mail.ts'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import { listFileName, packable, planPackage } from '../../shared/packing/plan.ts'
import { submissionText } from '../../shared/packing/replaced.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { waiverLines } from '../../shared/packing/waiver-lines.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, judged, waivedReasons } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { Claim } from '../sources/claims.ts'
import type { SourceFile } from '../sources/walk.ts'
import { writeFault } from '../store/system-fault.ts'
import { systemReason } from '../store/system-reason.ts'
import type { BuildOptions } from './build-options.ts'
import { mailName, mailText } from './mail-text.ts'
import type { PartContext } from './part-documents.ts'
import { openWorkplace } from './workplace.ts'
import { writePapers } from './write-papers.ts'
import { writePart } from './write-part.ts'

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
  const plan = planPackage(task, submission, tokens, replaces)
  const roots = new Map(items.map(({ id }) => options.source(id)).map((file) => [file.root, rootOf(file)]))
  const needed = items.reduce((sum, { facts }) => sum + facts.bytes, 0)
  const workplace = await openWorkplace(out, { sources: [...roots.values()], needed, id: options.id })
  try {
    const parts: Awaited<ReturnType<typeof writePart>>[] = []
    for (const part of plan.parts) parts.push(await writePart(part, workplace, context, options))
    const mails = mailsFor(task, parts, tokens, clock.slice(0, 10))
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
      documents: [...documents, ...papers].map(final),
      mails: mails.map((mail) => ({ ...mail, attachments: mail.attachments.map(final) })),
      waived,
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

/** The dropped folder of a file, also as its giver named it. */
function rootOf({ path: file, root, given }: SourceFile): Claim {
  const below = path.relative(root, file)
  return { path: root, given: below === '' ? given : given.slice(0, -below.length - 1) }
}
