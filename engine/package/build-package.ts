import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { aloneOf } from '../../shared/packing/alone.ts'
import { mailsFor } from '../../shared/packing/mail.ts'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import { expiryOf } from '../../shared/packing/expiry.ts'
import { listFileName } from '../../shared/packing/named-parts.ts'
import { packable, planPackage } from '../../shared/packing/plan.ts'
import { partRoom } from '../../shared/packing/part-room.ts'
import { ordinalText, submissionText } from '../../shared/packing/replaced.ts'
import { submissionTokens } from '../../shared/packing/tokens.ts'
import { waiverLines } from '../../shared/packing/waiver-lines.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, judged, waivedReasons } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { BuildOptions } from './build-options.ts'
import { buildParts } from './build-parts.ts'
import { writeMails } from './mail-files.ts'
import { mailName } from './mail-text.ts'
import type { PartContext } from './part-documents.ts'
import { sourcesStayed } from './part-sources.ts'
import { packageSources, preflight } from './preflight.ts'
import { openWorkplace } from './workplace.ts'
import { writePapers } from './write-papers.ts'

/**
 * Gate → plan → write in a hidden folder → reopen and prove → move into place. Either the whole package lies
 * under its final name, or nothing does.
 *
 * @throws Fault `unit-needed`, `submission-has-errors`, `nothing-to-pack`, `plan-unfit`, `source-changed`, `out-inside-source`,
 *   `out-unwritable`, `disk-full`, `template-unusable`, `package-broken`, `cancelled`
 */
export async function buildPackage(options: BuildOptions): Promise<PackResult> {
  const { notice, task, submission, out, now, replaces } = options
  // Names, subject and documents all speak of the unit.
  if (!submission.unit) throw new Fault({ code: 'unit-needed', task: task.title })
  const clock = wallClock(now, notice.utcOffset)
  const day = clock.slice(0, 10)
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
    ordinal: ordinalText(replaces),
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
    planPackage(task, submission, tokens, {
      replaces,
      sending: options.sending,
      drafts: options.drafts,
      room,
    })
  const proposed = planWith()
  if (proposed.refusal) throw new Fault({ code: 'plan-unfit', plan: proposed.plan, ...proposed.refusal })
  const sources = packageSources(items, options.source)
  const { faults, notes } = await preflight({
    plan: proposed,
    out,
    sources,
    drafts: options.drafts === true,
    documents: partRoom(task, { ...submission, items }),
    journal: options.journal,
    signal: options.signal,
  })
  const [fault] = faults
  if (fault) throw new Fault(fault)
  const workplace = await openWorkplace(out, options)
  try {
    const { plan, written: parts } = await buildParts(planWith, workplace, context, options)
    const mails = mailsFor(task, plan, parts, tokens, day)
    const drafts = await writeMails(workplace.folder, mails, parts, { ...options, day })
    // The list lies beside the zip as well: it is looked at, printed and stamped.
    const list = parts.find((part) => part.list !== undefined)?.list
    const documents = list ? [listFileName(task, tokens, replaces), mailName] : [mailName]
    if (list) await writeFile(path.join(workplace.folder, documents[0] ?? ''), list, { flush: true })
    const papers = await writePapers(
      workplace,
      { ...context, verdict, plan, written: parts, mails, ordinal: options.ordinal, now: clock },
      options,
    )
    // Also what the first part holds, which may have been written an hour ago.
    await sourcesStayed(
      parts.flatMap((part) => part.sources),
      options.signal,
    )
    options.signal.throwIfAborted()
    const home = await workplace.publish(plan.folderName)
    const final = (file: string) => path.join(out.given, path.basename(home), path.basename(file))
    return {
      planned: items.length + submission.rows.length,
      packed: parts.reduce((sum, part) => sum + part.items, 0) + submission.rows.length,
      plan: plan.plan,
      ...(plan.reason && { reason: plan.reason }),
      packages: parts.map(({ path: file, bytes, sha256, items: count, way }, index) => {
        const planned = plan.parts[index]
        const alone = planned && aloneOf(planned, plan.cap, task)
        return {
          path: final(file),
          bytes,
          sha256,
          items: count,
          way,
          ...(way === 'large' && { expires: expiryOf(task, way, day) }),
          ...(alone && { alone }),
        }
      }),
      documents: [...documents, ...papers, ...drafts].map(final),
      mails: mails.map((mail) => ({ ...mail, attachments: mail.attachments.map(final) })),
      waived,
      ...(notes.length > 0 && { notes }),
      out: path.join(out.given, path.basename(home)),
    }
  } catch (error) {
    const told = await workplace.faultOf(error)
    if (told instanceof Fault && !options.signal.aborted)
      options.log({ level: 'warn', event: 'package-failed', data: told.data })
    await workplace.discard()
    throw options.signal.aborted ? new Fault({ code: 'cancelled' }, { cause: error }) : told
  }
}
