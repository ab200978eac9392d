import type { Task } from '../shared/notice/task.ts'
import { checksumsName } from '../shared/packing/manifest.ts'
import type { PackResult } from '../shared/packing/pack-result.ts'
import { type PackagePlan, planPackage } from '../shared/packing/plan.ts'
import type { Submission } from '../shared/project/submission.ts'
import { dateText } from '../shared/wording/measures.ts'
import { aloneText, partWayText, planName, reasonText } from '../shared/wording/sending-words.ts'
import { sizeText } from '../shared/wording/size-text.ts'
import type { Sending } from './sending.ts'

/** What was packed, and what was said of sending it: the reasons are made of it. */
export interface Sent extends Sending {
  readonly task: Task
  readonly submission: Submission
}

/** How the package goes out and why, and each of its parts. */
export function sendingLines(result: PackResult, sent: Sent): string[] {
  const { task, submission, sending } = sent
  const plan = planPackage(task, submission, {}, { sending })
  // Documents that were larger than estimated make another plan of it: its reasons would not be those of this one.
  const isSame = plan.plan === result.plan && plan.parts.length === result.packages.length
  return [
    ...planLine(result, isSame ? plan : undefined, sent),
    ...result.packages.flatMap((part, index) => {
      const alone = isSame && plan.parts[index] ? aloneText(plan.parts[index], plan.cap, task) : ''
      return [...partLines(part, task), ...(alone === '' ? [] : [`　　　　${alone}`])]
    }),
  ]
}

function planLine(
  { plan, packages }: PackResult,
  made: PackagePlan | undefined,
  { task, sending }: Sent,
): string[] {
  if (plan === undefined) return []
  const parts = made?.parts ?? packages.map(({ way = 'attachment' }) => ({ way }))
  const why = sending?.plan === undefined ? made?.reason && reasonText(made.reason, task) : '按 --plan 的要求'
  return [`发　送：${planName({ plan, parts }, task)}${why === undefined ? '' : `。${why}`}`]
}

function partLines(
  { path, bytes, items, sha256, way = 'attachment', expires }: PackResult['packages'][number],
  task: Task,
): string[] {
  const isFolder = way === 'disk'
  const told = [
    ...(items > 0 ? [`${items} 个文件`] : []),
    sizeText(bytes),
    partWayText({ way }, task),
    ...(expires === undefined ? [] : [`今天上传的话${dateText(expires)}到期`]),
  ]
  return [
    `${isFolder ? 'U　盘' : '压缩包'}：${path}`,
    `　　　　${told.join('，')}`,
    `　　　　SHA-256 ${sha256}${isFolder ? `（其中 ${checksumsName} 的）` : ''}`,
  ]
}
