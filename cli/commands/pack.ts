import { Fault } from '../../shared/faults.ts'
import { blocking, judged } from '../../shared/rules/verdict.ts'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import type { Task } from '../../shared/notice/task.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { findingJson } from '../finding-json.ts'
import { openSubmission } from '../open-submission.ts'
import { checkWaivers, openTask } from '../open-task.ts'
import { sharedOptions } from '../options.ts'
import { checkReport } from '../report.ts'
import { packReport } from '../pack-report.ts'
import { pdfState } from '../paper-lines.ts'
import { runList } from '../run-list.ts'
import { readSending, sendingOptions } from '../sending.ts'

/** `kepuri pack`: the gate, then the package, proven before it gets its name. */
export const packCommand: Command = {
  name: 'pack',
  paths: { label: '<文件夹或文件…>', least: 1, most: Infinity },
  summary: '检查合格后写出压缩包、说明文档和邮件，并重新打开核对',
  options: [
    sharedOptions.task,
    { ...sharedOptions.unit, required: true },
    { name: 'out', value: 'DIR', required: true, help: '写到哪个文件夹' },
    sharedOptions.sheet,
    sharedOptions.notice,
    sharedOptions.waive,
    sharedOptions.declare,
    sendingOptions.plan,
    sendingOptions.cap,
    sendingOptions.eml,
    sharedOptions.noPdf,
    sharedOptions.thumbnails,
    sharedOptions.json,
  ],
  async run(args, terminal) {
    const { notice, task } = await openTask(args, terminal)
    const thumbnails = wantsThumbnails(args, task)
    const sending = readSending(args, task, terminal.remark)
    if (task.kind === 'table') return runList(args, terminal, { notice, task })
    const opened = await openSubmission(args, terminal, { notice, task })
    const { sources } = opened
    const submission = { ...opened.submission, ...(thumbnails && { thumbnails }) }
    const findings = await terminal.engine['submission.check']({ notice: notice.id, submission })
    checkWaivers(opened, findings)
    const errors = blocking(judged(task, findings, submission.waivers))
    if (errors.length > 0) {
      const fault = new Fault({ code: 'submission-has-errors', errors: errors.length }).data
      const sourceOf = (item: string) => sources.get(item)?.given
      terminal.answer(
        {
          fault,
          message: faultSentence(fault),
          findings: findings.map((finding) => findingJson(finding, sourceOf)),
        },
        `${checkReport(opened, findings)}\n${faultSentence(fault)}`,
      )
      return exitCodes.findings
    }
    if (opened.unread.length > 0) throw new Fault({ code: 'places-unreadable', places: [...opened.unread] })
    const { engine, claim, signal, onProgress } = terminal
    const out = claim(args.text('out') ?? '')
    const pdf = !args.has('no-pdf')
    const result = await engine['package.build'](
      { notice: notice.id, submission, out, pdf, ...sending },
      { signal, onProgress },
    )
    const printing = { pdf, browser: terminal.browser }
    const json = { ...result, pdf: pdfState(result.documents, printing) }
    terminal.answer(json, packReport(result, findings, { ...printing, task }))
    return exitCodes.fine
  },
}

/** @throws UsageError where the notice leaves no room for small pictures */
function wantsThumbnails(args: Arguments, { documents, title }: Task): boolean {
  const wanted = args.has('thumbnails')
  if (wanted && !documents.some(({ thumbnails }) => thumbnails))
    throw new UsageError(`选项 --thumbnails 不能用于“${title}”：它的表格栏目是通知规定的，不能加小图。`)
  return wanted
}
