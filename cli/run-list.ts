import { Fault, type FaultData } from '../shared/faults.ts'
import type { ListTask } from '../shared/lists/table-header.ts'
import { unwrittenFields } from '../shared/lists/unwritten-fields.ts'
import { blocking, judged } from '../shared/rules/verdict.ts'
import { faultSentence } from '../shared/wording/fault-sentence.ts'
import { unwrittenText } from '../shared/wording/unwritten-text.ts'
import type { Arguments, Terminal } from './command.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { listJson } from './list-json.ts'
import { listReport } from './list-report.ts'
import { openList } from './open-list.ts'
import { checkWaivers, type OpenedTask } from './open-task.ts'
import { packReport } from './pack-report.ts'
import { pdfState } from './paper-lines.ts'
import { readSending } from './sending.ts'
import type { Unread } from './unread-tables.ts'

/** A list checked, and with `--out` written: nothing is, while it has errors or a file that could not be read. */
export async function runList(
  args: Arguments,
  terminal: Terminal,
  task: OpenedTask<ListTask>,
): Promise<ExitCode> {
  const { engine, claim, signal, onProgress, answer } = terminal
  const sending = readSending(args, task.task, terminal.remark)
  const opened = await openList(args, terminal, task)
  const { notice, submission } = opened
  const findings = await engine['submission.check']({ notice: notice.id, submission })
  checkWaivers(opened, findings)
  const unwritten = submission.template ? unwrittenFields(opened.task, submission.template, submission) : []
  const json = { ...listJson(opened, findings), ...(unwritten.length > 0 && { unwritten }) }
  const report = [
    listReport(opened, findings),
    ...(unwritten.length > 0 ? [unwrittenText(unwritten)] : []),
  ].join('\n')
  const errors = blocking(judged(opened.task, findings, submission.waivers)).length
  const unread = opened.unread.filter(({ matters }) => matters)
  const out = args.text('out')
  if (out === undefined) {
    answer(json, report)
    return errors === 0 && unread.length === 0 && submission.rows.length > 0
      ? exitCodes.fine
      : exitCodes.findings
  }
  const unreadFaults = faultsOf(unread)
  const inTheWay: FaultData[] = [
    ...unreadFaults,
    ...(errors > 0 ? [{ code: 'submission-has-errors', errors } as const] : []),
  ]
  const fault = inTheWay.at(-1)
  if (fault) {
    const message = [...inTheWay.map(faultSentence), ...leaveHint(unread)].join('\n')
    answer({ ...json, fault, message }, `${report}\n\n${message}`)
    return exitCodes.findings
  }
  const pdf = !args.has('no-pdf')
  const result = await engine['package.build'](
    { notice: notice.id, submission, out: claim(out), pdf, ...sending },
    { signal, onProgress },
  )
  const printing = { pdf, browser: terminal.browser }
  const packed = packReport(result, [], {
    counted: '项活动',
    task: opened.task,
    ...printing,
  })
  answer({ ...json, ...result, pdf: pdfState(result.documents, printing) }, `${report}\n\n${packed}`)
  return exitCodes.fine
}

/** Places first: what lies in them is not even known by name. */
function faultsOf(unread: readonly Unread[]): FaultData[] {
  const isPlace = ({ what }: Unread) => what === 'place'
  const places = unread.filter(isPlace).map(({ path, reason }) => ({ path, reason }))
  const files = unread
    .filter((one) => !isPlace(one))
    .map(({ path, problem }) => ({ name: path, ...(problem && { problem }) }))
  return [
    ...(places.length > 0 ? [new Fault({ code: 'places-unreadable', places }).data] : []),
    ...(files.length > 0 ? [new Fault({ code: 'tables-unread', files }).data] : []),
  ]
}

/** How to say that files are not wanted, to be copied. */
function leaveHint(unread: readonly Unread[]): string[] {
  const words = unread.filter(({ what }) => what !== 'place').map(({ path }) => `--leave ${shellWord(path)}`)
  if (words.length === 0) return []
  const more = words.length > 3 ? ` …（共 ${words.length} 个，逐个写明）` : ''
  return [
    `确认里面没有活动、不用的文件，请在 kepuri activities 后面写明：${words.slice(0, 3).join(' ')}${more}`,
  ]
}

const shellWord = (name: string): string => (/^[\p{L}\p{N}._/-]+$/u.test(name) ? name : `"${name}"`)
