import type { Task } from '../notice/task.ts'
import type { Mail, WrittenPart } from '../packing/mail.ts'
import { dayAfter } from '../text/wall-clock.ts'
import { shortDigest, words } from './checklist-words.ts'
import { dateText } from './measures.ts'
import { largeName } from './sending-words.ts'
import { sizeText } from './size-text.ts'

/** Of more parts each has one line, and what they have in common is said once: all that is signed stands on one sheet. */
const mostWhole = 3

/** The subjects of the mails, a line each; of many the one that they share, with the first and the last number. */
export function subjectLines(mails: readonly Mail[]): string[] {
  const note = mails[0]?.mandated ? words.mandated : words.suggested
  const shared = mails.map(({ subject }) => subject.replace(/（\d+\/\d+）$/, ''))
  const [first = ''] = shared
  if (mails.length > mostWhole && shared.every((one) => one === first))
    return [`${first}（1/${mails.length}）至（${mails.length}/${mails.length}）${note}`]
  return mails.map(({ subject }, index) => (index < mails.length - 1 ? subject : `${subject}${note}`))
}

/** The parts: name, size, how each goes out, and its checksum. Of one part how it goes out is said below. */
export function fileLines(written: readonly WrittenPart[], task: Task, day: string): string[] {
  const several = written.length > 1
  const stem = several && written.length > mostWhole ? stemOf(written) : undefined
  if (stem === undefined)
    return written.flatMap((part) => [
      partName(part),
      several ? `${wayOf(part, task, day)}　${digest(part)}` : digest(part),
    ])
  return [
    `${stem.replace('\n', '第1')}等${written.length}个（校验值为 SHA-256 前16位）：`,
    ...written.map((part, index) =>
      [`第${index + 1}包`, sizeText(part.bytes), wayOf(part, task, day), shortDigest(part.sha256)].join('　'),
    ),
  ]
}

/** An archive as the sheet names it: 宣传素材-沈阳市科协.zip 86.2 MB. */
const partName = ({ fileName, bytes, way }: WrittenPart): string =>
  `${fileName}${way === 'disk' ? '（文件夹）' : ''}　${sizeText(bytes)}`

const digest = ({ sha256 }: WrittenPart): string => words.digest(shortDigest(sha256))

function wayOf({ way }: WrittenPart, task: Task, day: string): string {
  const { large } = task.packaging
  if (way === 'disk') return 'U盘文件夹'
  if (way !== 'large') return '普通附件'
  return `${largeName(task)}${large ? `（${monthAndDay(dayAfter(day, large.days))}到期）` : ''}`
}

/** 9月24日; the year stands where it is said how they are sent. */
const monthAndDay = (day: string): string => dateText(day).replace(/^\d+年/, '')

/** What the names of all parts have in common but for their number, which is a line break here; undefined where they differ. */
function stemOf(written: readonly WrittenPart[]): string | undefined {
  const stems = written.map(({ fileName }, index) =>
    fileName.replace(`第${index + 1}包，`, '\n包，').replace(/\.zip$/, ''),
  )
  const [first] = stems
  return first?.includes('\n') && stems.every((one) => one === first) ? first : undefined
}
