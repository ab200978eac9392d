import type { Task } from '../notice/task.ts'
import { type Alone, aloneOf } from '../packing/alone.ts'
import type { PlannedPart } from '../packing/plan.ts'
import type { PartWay } from '../packing/sending.ts'
import { kindNames } from './kind-names.ts'
import { largeName } from './sending-words.ts'
import { limitText, sizeText } from './size-text.ts'

/** Why a part's files go by themselves, as `whyAlone` says it; empty where they do not. */
export function aloneText(
  part: Pick<PlannedPart, 'alone' | 'way' | 'items'>,
  cap: number,
  task: Task,
): string {
  const alone = aloneOf(part, cap, task)
  return alone ? whyAlone(alone, part.way, task) : ''
}

/** So many files are named; of more the first, and how many they are. */
const mostNamed = 2

/**
 * Why files go by themselves, without a full stop:
 * 视频“启动仪式.mp4”300 MB，超过一封邮件 45 MB 的上限，单独用超大附件发送.
 */
export function whyAlone({ files, beyond, limit, full }: Alone, way: PartWay, task: Task): string {
  const named = files.map(({ kind, name, bytes }) => `${kindNames[kind]}“${name}” ${limitText(bytes)}`)
  const who =
    files.length > mostNamed
      ? `${named[0]}等 ${files.length} 个文件，共 ${sizeText(files.reduce((sum, { bytes }) => sum + bytes, 0))}`
      : named.join('、')
  const over = overText(files, beyond === 'large' ? largeName(task) : '一封邮件', limit)
  const how = way === 'disk' ? '拷到U盘送达' : `用${largeName(task)}发送`
  return `${who}，${over}${full ? `，${largeName(task)}也装不下` : ''}，${files.length > 1 ? '一起' : '单独'}${how}`
}

/** What limit files pass, each of them: 都超过一封邮件 45 MB 的上限; one that is smaller does so with the documents beside it. */
export function overText(files: readonly { readonly bytes: number }[], name: string, limit: number): string {
  const isWithDocuments = files.some(({ bytes }) => bytes <= limit)
  return `${isWithDocuments ? '加上说明文档' : ''}${files.length > 1 ? '都' : ''}超过${name} ${limitText(limit)} 的上限`
}
