import type { Tokens } from '../naming/fill-template.ts'
import type { Task } from '../notice/task.ts'
import type { Division } from './divide.ts'
import { outerName } from './outer-name.ts'
import type { PlannedItem, PlannedPart } from './plan.ts'
import { type Replaced, submissionSuffix } from './replaced.ts'

/** Parts under their names: `科普日宣传素材-沈阳市科协（第1包，共3包）.zip`, or that of a folder. */
export function namedParts(
  task: Task,
  divisions: readonly Division<PlannedItem>[],
  tokens: Tokens,
  replaces: Replaced | undefined,
): PlannedPart[] {
  const template = `${task.packaging.packageName}${submissionSuffix(replaces)}`
  const of = divisions.length
  return divisions.map(({ items, way, alone }, at) => {
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
}
