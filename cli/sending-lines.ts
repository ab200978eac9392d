import type { Task } from '../shared/notice/task.ts'
import { capsFor } from '../shared/packing/caps-for.ts'
import { checksumsName } from '../shared/packing/manifest.ts'
import type { PackResult } from '../shared/packing/pack-result.ts'
import { whyAlone } from '../shared/wording/alone-words.ts'
import { dateText } from '../shared/wording/measures.ts'
import { beyondAllText, partWayText, planName, reasonText } from '../shared/wording/sending-words.ts'
import { sizeText } from '../shared/wording/size-text.ts'

/** How the package goes out and why, and each of its parts. */
export function sendingLines(result: PackResult, task: Task): string[] {
  return [...planLine(result, task), ...result.packages.flatMap((part) => partLines(part, task))]
}

/** What cannot be sent as it was asked for. */
export function sendingRemarks({ packages }: PackResult, task: Task): string[] {
  return packages.flatMap(({ way, bytes }, index) => {
    if (way !== 'attachment' || capsFor(task, bytes).kept.length > 0) return []
    const part = packages.length > 1 ? `第${index + 1}包` : '压缩包'
    return [`${part} ${sizeText(bytes)}，${beyondAllText(task)}`]
  })
}

function planLine({ plan, reason, packages }: PackResult, task: Task): string[] {
  if (plan === undefined) return []
  const parts = packages.map(({ way = 'attachment' }) => ({ way }))
  const why = reason ? reasonText(reason, task) : '按 --plan 的要求'
  return [`发　送：${planName({ plan, parts }, task)}。${why}`]
}

function partLines(
  { path, bytes, items, sha256, way = 'attachment', expires, alone }: PackResult['packages'][number],
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
    ...(alone ? [`　　　　${whyAlone(alone, way, task)}`] : []),
  ]
}
