import type { Command } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { findingJson } from '../finding-json.ts'
import { bySubject } from '../finding-lines.ts'
import { openSubmission } from '../open-submission.ts'
import { checkWaivers, openTask } from '../open-task.ts'
import { sharedOptions } from '../options.ts'
import { checkReport } from '../report.ts'
import { runList } from '../run-list.ts'
import { packageNames } from '../../shared/naming/package-names.ts'
import { countsOf } from '../../shared/packing/counts.ts'
import { packable } from '../../shared/packing/plan.ts'
import { blocking, judged } from '../../shared/rules/verdict.ts'

/** `kepuri check`: every file against the notice; nothing is written. */
export const checkCommand: Command = {
  name: 'check',
  paths: { label: '<文件夹或文件…>', least: 1, most: Infinity },
  summary: '按通知逐个检查照片、视频或活动，不写任何文件',
  options: [
    sharedOptions.task,
    sharedOptions.notice,
    sharedOptions.unit,
    sharedOptions.sheet,
    sharedOptions.waive,
    sharedOptions.declare,
    sharedOptions.json,
  ],
  async run(args, terminal) {
    const { notice, task } = await openTask(args, terminal)
    if (task.kind === 'table') return runList(args, terminal, { notice, task })
    const opened = await openSubmission(args, terminal, { notice, task })
    const { submission, sources, ignored } = opened
    const findings = await terminal.engine['submission.check']({ notice: notice.id, submission })
    checkWaivers(opened, findings)
    const media = packable(submission, task)
    const names = packageNames(task, submission.unit, media)
    const sourceOf = (item: string) => sources.get(item)?.given
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
    const { images, videos } = countsOf(submission, task)
    const ofItems = bySubject(findings, ({ subject }) => subject.item)
    const json = {
      notice: notice.id,
      task: task.id,
      ...(submission.unit && { unit: submission.unit }),
      items: submission.items.map((item) => ({
        source: sourceOf(item.id),
        kind: item.facts.kind,
        name: names.get(item.id)?.name ?? null,
        facts: item.facts,
        findings: (ofItems.get(item.id) ?? []).map((finding) => findingJson(finding, sourceOf)),
      })),
      findings: findings
        .filter(({ subject }) => subject.item === undefined)
        .map((finding) => findingJson(finding, sourceOf)),
      unread: opened.unread,
      counts: {
        items: submission.items.length,
        images,
        videos,
        ignored,
        errors: count('error'),
        warnings: count('warning'),
      },
    }
    terminal.answer(json, checkReport(opened, findings))
    const errors = blocking(judged(task, findings, submission.waivers))
    const sound = errors.length === 0 && opened.unread.length === 0 && media.length > 0
    return sound ? exitCodes.fine : exitCodes.findings
  },
}
