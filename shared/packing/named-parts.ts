import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import { divide, type Refusal } from './divide.ts'
import { outerName } from './outer-name.ts'
import type { Outlook } from './outlook.ts'
import type { PlannedPart } from './plan.ts'
import { type Replaced, submissionSuffix } from './replaced.ts'
import type { PlanKind } from './sending.ts'

/** What parts are named by. */
export interface Naming {
  readonly task: Task
  readonly tokens: Tokens
  readonly replaces: Replaced | undefined
}

/**
 * The parts that a plan makes of the files, under their names: `科普日宣传素材-沈阳市科协（第1包，共3包）.zip`, or that of a
 * folder; and why it cannot be sent so.
 */
export function namedParts(
  plan: PlanKind,
  { items: all, limits }: Outlook,
  { task, tokens, replaces }: Naming,
): { readonly parts: readonly PlannedPart[]; readonly refusal?: Refusal } {
  const { divisions, refusal } = divide(plan, all, limits)
  const template = `${task.packaging.packageName}${submissionSuffix(replaces)}`
  const of = divisions.length
  const parts = divisions.map(({ items, way, alone }, at): PlannedPart => {
    const index = at + 1
    const name = outerName(`${template}${of > 1 ? `（第${index}包，共${of}包）` : ''}`, tokens)
    return {
      index,
      of,
      fileName: way === 'disk' ? name : `${name}.zip`,
      way,
      ...(alone && { alone }),
      items: [...items],
    }
  })
  return { parts, ...(refusal && { refusal }) }
}

/** The name of a list that lies beside the zip, to be looked at, printed and stamped. */
export const listFileName = (task: Task, tokens: Tokens, replaces?: Replaced): string =>
  `${outerName(`${task.packaging.fileName.template}${submissionSuffix(replaces)}`, tokens)}.xlsx`
