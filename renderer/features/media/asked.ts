import type { Format, MediaKind } from '../../../shared/facts.ts'
import { type Bound, within } from '../../../shared/notice/bound.ts'
import { requirementsOf } from '../../../shared/notice/choose.ts'
import type { RequirementOf } from '../../../shared/notice/requirement.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { isAsked } from '../../../shared/project/belonging.ts'

type Measured =
  | RequirementOf<'bytes'>
  | RequirementOf<'pixels'>
  | RequirementOf<'edge'>
  | RequirementOf<'duration'>

/** What a task asks of one kind of file, in the notice's order. */
export interface Asked {
  readonly kind: Exclude<MediaKind, 'other'>
  readonly formats: readonly Format[]
  readonly limits: readonly Measured[]
}

const measured: readonly string[] = ['bytes', 'pixels', 'edge', 'duration'] satisfies Measured['kind'][]
const isMeasured = (one: Task['requirements'][number]): one is Measured => measured.includes(one.kind)

/** What the task asks of pictures and of videos, from its requirements. */
export function askedOf(task: Task): Asked[] {
  // A list asks for no files.
  const kinds = (['image', 'video'] as const).filter((kind) => task.kind !== 'table' && isAsked(task, kind))
  return kinds.map((kind) => {
    const isOfKind = ({ media }: { readonly media: string }) => media === kind || media === 'any'
    return {
      kind,
      formats: requirementsOf(task, 'format')
        .filter(isOfKind)
        .flatMap(({ formats }) => formats),
      limits: task.requirements.filter(isMeasured).filter(isOfKind),
    }
  })
}

/** How many more the bound asks for; 0 where it is kept, or where there are too many. */
export function stillShort(bound: Bound, have: number): number {
  if (within(bound, have)) return 0
  const least = leastOf(bound)
  return least === undefined ? 0 : Math.max(0, least - have)
}

/** The smallest number that keeps the bound; undefined where none is asked for. */
export function leastOf(bound: Bound): number | undefined {
  switch (bound.operator) {
    case '>':
      return bound.value + 1
    case '>=':
    case '=':
      return bound.value
    case 'range':
      return bound.min
    default:
      return undefined
  }
}
