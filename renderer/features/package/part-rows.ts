import type { Task } from '../../../shared/notice/task.ts'
import { countsProse } from '../../../shared/packing/counts.ts'
import type { PackagePlan, PlannedPart } from '../../../shared/packing/plan.ts'
import { stemOf } from '../../../shared/naming/file-path.ts'
import { kindNames } from '../../../shared/wording/kind-names.ts'
import { aloneText } from '../../../shared/wording/alone-words.ts'
import { partWayText } from '../../../shared/wording/sending-words.ts'

/** A part of a plan as the preview shows it. */
export interface PartRow {
  readonly index: number
  readonly fileName: string
  /** 图片8张、视频1个; of one file which it is, and why it goes by itself. */
  readonly contents: string
  /** Of the files; documents are written later. */
  readonly bytes: number
  readonly way: string
  /** It does not go as the others do. */
  readonly other: boolean
}

/** The parts of a plan, one row each. `titles` are the clerk's own by the items' ids. */
export function partRows(
  { parts, cap }: Pick<PackagePlan, 'parts' | 'cap'>,
  task: Task,
  titles: ReadonlyMap<string, string>,
): PartRow[] {
  return parts.map((part) => ({
    index: part.index,
    fileName: part.fileName,
    contents: aloneText(part, cap, task) || contentsOf(part, titles),
    bytes: part.items.reduce((sum, { bytes }) => sum + bytes, 0),
    way: partWayText(part, task),
    other: part.alone === true,
  }))
}

function contentsOf({ items }: PlannedPart, titles: ReadonlyMap<string, string>): string {
  const [first] = items
  if (first && items.length === 1)
    return `${kindNames[first.kind]}“${titles.get(first.item) || stemOf(first.name)}”`
  const ofKind = (kind: 'image' | 'video') => items.filter((item) => item.kind === kind).length
  return countsProse({ total: items.length, images: ofKind('image'), videos: ofKind('video'), rows: 0 })
}
