import { packageNames } from '../naming/package-names.ts'
import { isHanded, type Task } from '../notice/task.ts'
import { belonging } from '../project/belonging.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'
import type { Limits } from './divide.ts'
import { partRoom } from './part-room.ts'
import type { PlannedItem, PlanOptions } from './plan.ts'
import type { SendingChoice } from './sending.ts'

/** What the plans of a submission have in common: its files under their names in the package, and what the ways carry. */
export interface Outlook {
  readonly items: readonly PlannedItem[]
  readonly limits: Limits
}

export function planOutlook(task: Task, submission: Submission, { sending, room }: PlanOptions): Outlook {
  const items = belonging(task, submission.items)
  return {
    items: plannedItems(task, submission, items),
    limits: {
      handed: isHanded(task),
      cap: capOf(task, sending),
      room: room ?? partRoom(task, { ...submission, items }),
      large: task.packaging.large,
    },
  }
}

/**
 * What a part that goes by ordinary mail may be, in bytes: as chosen, else what the pack says of the way that mails are sent;
 * 0, as of any way, where it says nothing.
 */
function capOf({ packaging: { caps } }: Task, { cap, via }: SendingChoice = {}): number {
  return cap ?? (caps.find(({ id }) => id === via) ?? caps[0])?.bytes ?? 0
}

function plannedItems(task: Task, { unit }: Submission, items: readonly Item[]): PlannedItem[] {
  const names = packageNames(task, unit, items)
  return items.map((item, index) => {
    const name = names.get(item.id)?.name ?? item.id
    const kind = intendedKind(item) === 'video' ? 'video' : 'image'
    const folder = task.packaging.folders[kind]
    const { bytes, sha256 } = item.facts
    return {
      item: item.id,
      path: folder === '' ? name : `${folder}/${name}`,
      name,
      number: index + 1,
      kind,
      bytes,
      ...(sha256 && { sha256 }),
    }
  })
}
