import type { EditOf } from '../../../shared/project/edit.ts'
import type { Field } from '../../../shared/notice/field.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import type { FieldValues } from '../../../shared/project/submission.ts'

/** What a filled-in form would change in one field of one file. */
export interface FormChange {
  /** Unique among the changes of a form. */
  readonly key: string
  readonly item: string
  readonly field: string
  readonly before: string
  readonly after: string
  readonly kind: 'added' | 'changed' | 'cleared'
}

interface Given {
  /** The task's files as they stand, in their order. */
  readonly items: readonly { readonly id: string; readonly fields: FieldValues }[]
  /** The task's fields, in their order; whatever else a form says is passed over. */
  readonly fields: readonly Pick<Field, 'key' | 'type'>[]
  readonly rows: readonly { readonly id: string; readonly fields: FieldValues }[]
}

/** The differences between a form and what is written now, in the order of files and fields. */
export function formChanges({ items, fields, rows }: Given): FormChange[] {
  const byItem = new Map(rows.map((row) => [row.id, row.fields]))
  return items.flatMap(({ id, fields: now }) => {
    const told = byItem.get(id)
    if (!told) return []
    return fields.flatMap(({ key: field, type }): FormChange[] => {
      const written = told[field]
      // Excel writes 2023-05-20 where we wrote 2023年5月20日: the same day is no change.
      const after = written !== undefined && type === 'partial-date' ? dateText(written) : written
      const before = now[field] ?? ''
      // Spaces around a text and the way its lines end are Excel's doing.
      if (after === undefined || plain(after) === plain(before)) return []
      const kind = plain(before) === '' ? 'added' : plain(after) === '' ? 'cleared' : 'changed'
      return [
        { key: `${id}\n${field}`, item: id, field, before, after: kind === 'cleared' ? '' : after, kind },
      ]
    })
  })
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** All changes as one edit, so that one step takes them back. */
export function changesEdit(task: string, changes: readonly FormChange[]): EditOf<'set-values'> {
  const values = new Map<string, Record<string, string>>()
  for (const { item, field, after } of changes) {
    const fields = values.get(item) ?? {}
    fields[field] = after
    values.set(item, fields)
  }
  return { type: 'set-values', task, values: [...values].map(([id, fields]) => ({ id, fields })) }
}

/** How many changes of each kind there are. */
export const countKinds = (changes: readonly FormChange[]): Record<FormChange['kind'], number> => ({
  added: changes.filter(({ kind }) => kind === 'added').length,
  changed: changes.filter(({ kind }) => kind === 'changed').length,
  cleared: changes.filter(({ kind }) => kind === 'cleared').length,
})
