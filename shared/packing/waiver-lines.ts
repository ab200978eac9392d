import type { Finding } from '../findings.ts'
import { packageNames } from '../naming/package-names.ts'
import type { Task } from '../notice/task.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Submission } from '../project/submission.ts'
import type { Judged } from '../rules/verdict.ts'
import { findingName } from '../wording/finding-names.ts'
import { boundInText } from '../wording/measures.ts'
import { packable } from './plan.ts'

interface Group {
  readonly name: string
  readonly reason: string
  /** Ids of what it is about, each once. */
  readonly images: Set<string>
  readonly videos: Set<string>
  readonly rows: Set<string>
}

/**
 * What is kept all the same, and why, for the receiving desk: `· 数量不足（要求不少于2，实报1）：只有一张`,
 * `· 3张图片像素不够（甲.jpg、乙.jpg、丙.jpg）：老照片`. Findings of one name and reason share a line.
 */
export function waiverLines(task: Task, submission: Submission, verdict: readonly Judged[]): string[] {
  const items = packable(submission, task)
  const names = packageNames(task, submission.unit, items)
  const kinds = new Map(items.map((item) => [item.id, intendedKind(item)]))
  const groups = new Map<string, Group>()
  for (const { finding, waived } of verdict) {
    if (waived === undefined) continue
    const name = `${findingName(finding)}${figures(finding)}`
    const key = `${name}\n${waived}`
    const fresh = {
      name,
      reason: waived,
      images: new Set<string>(),
      videos: new Set<string>(),
      rows: new Set<string>(),
    }
    const group = groups.get(key) ?? fresh
    groups.set(key, group)
    const { item, row } = finding.subject
    if (item !== undefined) (kinds.get(item) === 'video' ? group.videos : group.images).add(item)
    if (row !== undefined) group.rows.add(row)
  }
  return [...groups.values()].map((group) => line(group, (item) => names.get(item)?.name))
}

/** So many files are named; of more, how many there are says enough. */
const named = 3

function line(group: Group, nameOf: (item: string) => string | undefined): string {
  const { name, reason, images, videos, rows } = group
  const files = [...images, ...videos].map(nameOf).filter((file) => file !== undefined)
  const who = [
    images.size > 0 && `${images.size}张图片`,
    videos.size > 0 && `${videos.size}个视频`,
    rows.size > 0 && `${rows.size}项活动`,
  ].filter((part) => part !== false)
  const which = files.length > 0 && files.length <= named ? `（${files.join('、')}）` : ''
  // 2项活动的活动名称字数超出
  const of = rows.size > 0 && name.startsWith('活动') ? '的' : ''
  return `· ${who.join('、')}${of}${name}${which}：${reason.replace(/\s+/gu, ' ').trim()}`
}

/** The figures that the receiving desk would ask for. */
function figures(finding: Finding): string {
  if (finding.code !== 'quota-short' && finding.code !== 'quota-exceeded') return ''
  const { bound } = finding.expected
  return `（要求${boundInText(bound)}，实报${finding.actual.count}）`
}
