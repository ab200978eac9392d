import type { FaultData } from '../shared/faults.ts'
import type { ListTask } from '../shared/lists/table-header.ts'
import { blocking, judged } from '../shared/rules/verdict.ts'
import { faultSentence } from '../shared/wording/fault-sentence.ts'
import type { Arguments, Terminal } from './command.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { listJson } from './list-json.ts'
import { listReport } from './list-report.ts'
import { openList } from './open-list.ts'
import { checkWaivers, type OpenedTask } from './open-task.ts'
import { packReport } from './pack-report.ts'

/** A list checked, and with `--out` written: nothing is, while it has errors or a file that could not be read. */
export async function runList(
  args: Arguments,
  terminal: Terminal,
  task: OpenedTask<ListTask>,
): Promise<ExitCode> {
  const { engine, claim, signal, onProgress, answer } = terminal
  const opened = await openList(args, terminal, task)
  const { notice, submission } = opened
  const findings = await engine['submission.check']({ notice: notice.id, submission })
  checkWaivers(opened, findings)
  const json = listJson(opened, findings)
  const report = listReport(opened, findings)
  const errors = blocking(judged(opened.task, findings, submission.waivers)).length
  const unread = opened.unread.filter(({ matters }) => matters)
  const out = args.text('out')
  if (out === undefined) {
    answer(json, report)
    return errors === 0 && unread.length === 0 && submission.rows.length > 0
      ? exitCodes.fine
      : exitCodes.findings
  }
  if (errors > 0 || unread.length > 0) {
    const places = unread.map(({ path, reason }) => ({ path, reason }))
    const fault: FaultData =
      errors > 0 ? { code: 'submission-has-errors', errors } : { code: 'places-unreadable', places }
    const message = [
      ...(unread.length > 0 ? [unreadSentence(unread.map(({ path }) => path))] : []),
      ...(errors > 0 ? [faultSentence(fault)] : []),
    ].join('\n')
    answer({ ...json, fault, message }, `${report}\n${message}`)
    return exitCodes.findings
  }
  const result = await engine['package.build'](
    { notice: notice.id, submission, out: claim(out) },
    { signal, onProgress },
  )
  answer({ ...json, ...result }, `${report}\n\n${packReport(result, [], '项活动')}`)
  return exitCodes.fine
}

const unreadSentence = (paths: readonly string[]): string =>
  `有 ${paths.length} 处读不了（${paths.slice(0, 3).join('、')}${paths.length > 3 ? '等' : ''}），没有写出清单；请处理好，或去掉这些文件再试。`
