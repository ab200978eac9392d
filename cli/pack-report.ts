import type { Finding } from '../shared/findings.ts'
import type { Task } from '../shared/notice/task.ts'
import type { PackResult } from '../shared/packing/pack-result.ts'
import type { PartWay } from '../shared/packing/sending.ts'
import { codeName } from '../shared/wording/finding-names.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'
import { preflightSentence } from '../shared/wording/preflight-sentences.ts'
import { largeName } from '../shared/wording/sending-words.ts'
import { paperLines, type Printing, whyNoPdf } from './paper-lines.ts'
import { sendingLines, sendingRemarks } from './sending-lines.ts'

export interface PackReportOptions extends Printing {
  readonly task: Task
  /** What the package consists of: 个, 项活动. */
  readonly counted?: string
}

/** What lies where now, what is to be printed, and the mail to send. */
export function packReport(
  result: PackResult,
  findings: readonly Finding[],
  { counted = '个', task, ...printing }: PackReportOptions,
): string {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const whole = warnings
    .filter(({ subject }) => subject.item === undefined)
    .map((one) => findingSentence(one))
  const ofFiles = warnings.length - whole.length
  const remarks = [
    ...whole,
    ...(ofFiles > 0 ? [`文件另有提醒 ${ofFiles} 处，用 kepuri check 查看`] : []),
    ...sendingRemarks(result, task),
    ...(result.notes ?? []).map(preflightSentence),
    ...whyNoPdf(result.documents, printing),
  ]
  const mails = result.mails.flatMap((mail) => [
    '',
    `收件人：${mail.to}`,
    `主　题：${mail.subject}${mail.mandated ? '（通知规定）' : '（通知未规定，建议格式）'}`,
    `附　件：${mail.attachments.join('、') || '没有，另以U盘送达'}`,
  ])
  return [
    `打包完成：计划 ${result.planned} ${counted}，写入 ${result.packed} ${counted}，已重新打开逐个核对。`,
    `文件夹：${result.out}`,
    ...result.documents
      .filter((document) => document.toLowerCase().endsWith('.xlsx'))
      .map((document) => `表　格：${document}`),
    ...sendingLines(result, task),
    ...draftLines(result, task),
    ...paperLines(result.documents),
    ...result.waived.map(({ code, reason }) => `保留的不合格项：${codeName(code) ?? code}，原因：${reason}`),
    ...mails,
    ...(remarks.length > 0 ? ['', ...remarks.map((remark) => `! ${remark}`)] : []),
  ].join('\n')
}

/** The drafts, and what is not in them. */
function draftLines({ documents, mails }: PackResult, task: Task): string[] {
  const drafts = documents.filter((document) => document.toLowerCase().endsWith('.eml'))
  if (drafts.length === 0) return []
  const goes = (by: PartWay) => mails.some(({ way }) => way === by)
  const large = largeName(task)
  return [
    ...drafts.map((document) => `草　稿：${document}`),
    ...(goes('large') ? [`　　　　${large}不在草稿里：那一封要在网页邮箱里写，选“${large}”上传`] : []),
    ...(goes('disk') ? ['　　　　拷到U盘的材料不在草稿里：那一封只有正文，U盘另行送达'] : []),
  ]
}
