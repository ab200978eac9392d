import type { DraftItem } from '../../../shared/project/document.ts'
import type { EditOf } from '../../../shared/project/edit.ts'

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** The first file's texts given to the others, as one edit; undefined when nothing would change. */
export function fillRest(
  task: string,
  items: readonly DraftItem[],
  fields: readonly string[],
  blankOnly: boolean,
): EditOf<'set-values'> | undefined {
  const [first, ...rest] = items
  const given = fields.flatMap((key) => {
    const text = first?.fields[key]
    return text === undefined || isBlank(text) ? [] : [[key, text] as const]
  })
  const values = rest.flatMap(({ id, fields: own }) => {
    const fresh = given.filter(([key, text]) => own[key] !== text && (!blankOnly || isBlank(own[key])))
    return fresh.length === 0 ? [] : [{ id, fields: Object.fromEntries(fresh) }]
  })
  return values.length === 0 ? undefined : { type: 'set-values', task, values }
}
