import type { Task } from '../notice/task.ts'
import { capsFor } from '../packing/caps-for.ts'
import type { WrittenPart } from '../packing/mail.ts'
import { checksumsName } from '../packing/manifest.ts'
import { rangesText } from '../packing/part-contents.ts'
import type { PackagePlan } from '../packing/plan.ts'
import type { PartWay } from '../packing/sending.ts'
import { dayAfter } from '../text/wall-clock.ts'
import { dateText } from './measures.ts'
import { aloneText, overText } from './alone-words.ts'
import { largeName, partWayText, programsText } from './sending-words.ts'

/** Of so many parts that go by themselves the files are named; of more, which parts they are. */
const mostNamed = 2

/** What to choose when sending, mail by mail in their order, how long it holds, and why a file goes by itself. */
export function sendingLines(
  task: Task,
  plan: Pick<PackagePlan, 'parts' | 'cap'>,
  written: readonly WrittenPart[],
  day: string,
): string[] {
  const [first] = written
  if (!first) return []
  if (first.way === 'handed') return [handedLine(task)]
  const several = written.length > 1
  const ways = [...new Set(written.map(({ way }) => way))]
  if (ways.length === 1) {
    const how = wayLine(first.way, written, task, plan.cap, day)
    const mails = several ? `分${written.length}封邮件发送，每封` : '一封邮件，'
    return [`${mails}${how}`, ...aloneLines(task, plan)]
  }
  const runs = runsOf(written).map(
    ({ from, to, way }) => `第${from === to ? from : `${from}至${to}`}封${shortWay(way, task)}`,
  )
  return [
    `分${written.length}封邮件发送：${runs.join('，')}`,
    ...ways.flatMap((way) => {
      const own = written.filter((part) => part.way === way)
      const said = wayLine(way, own, task, plan.cap, day)
      return said === shortWay(way, task) ? [] : [said]
    }),
    ...aloneLines(task, plan),
  ]
}

const shortWay = (way: PartWay, task: Task): string =>
  way === 'disk' ? '只有正文，文件夹拷到U盘' : partWayText({ way }, task)

/** What there is to know of a way, of the parts that go by it. */
function wayLine(way: PartWay, parts: readonly WrittenPart[], task: Task, cap: number, day: string): string {
  const { large } = task.packaging
  const most = Math.max(...parts.map(({ bytes }) => bytes))
  // The sum of a folder is that of the list which holds the sums of all its files.
  if (way === 'disk')
    return `文件夹拷到U盘或移动硬盘另行送达，送前请先与收件人联系；上面的校验值是文件夹里 ${checksumsName} 的`
  const least = Math.min(...parts.map(({ bytes }) => bytes))
  const isAll = capsFor(task, least).exceeded.length === capsFor(task, most).exceeded.length
  if (way !== 'large') return `普通附件${programsText(task, most, isAll ? '' : '较大的包')}`
  const why = most > cap ? '（普通附件装不下）' : ''
  const until = large
    ? `，自上传之日起${large.days}天有效；按打包当日上传计算，${dateText(dayAfter(day, large.days))}到期，请提醒收件人及时下载`
    : ''
  return `用网页邮箱的${largeName(task)}${why}${until}`
}

function handedLine({ recipients }: Task): string {
  const [recipient] = recipients
  if (!recipient || recipient.channel === 'mail') return ''
  const { channel, address, note } = recipient
  return `${channel === 'upload' ? '上传到' : '送到'}${address}${note ? `（${note}）` : ''}`
}

function aloneLines(task: Task, { parts, cap }: Pick<PackagePlan, 'parts' | 'cap'>): string[] {
  const alone = parts.filter((part) => part.alone)
  if (alone.length <= mostNamed)
    return alone.map((part) => `第${part.index}包：${aloneText(part, cap, task)}`)
  const numbers = rangesText(alone.map(({ index }) => index))
  const files = alone.flatMap(({ items }) => items)
  return [`第${numbers}包是大文件，${overText(files, '一封邮件', cap)}，单独送`]
}

interface Run {
  readonly way: PartWay
  readonly from: number
  to: number
}

/** Mails in a row that go out in one way, counted from 1. */
function runsOf(written: readonly WrittenPart[]): Run[] {
  const runs: Run[] = []
  for (const [at, { way }] of written.entries()) {
    const last = runs.at(-1)
    if (last?.way === way) last.to = at + 1
    else runs.push({ way, from: at + 1, to: at + 1 })
  }
  return runs
}
