import { type ProjectDocument, taskDraft, type TaskDraft } from './document.ts'
import type { Edit, EditOf } from './edit.ts'
import { applyToList } from './apply-list-edit.ts'
import type { FieldValues, Waiver } from './submission.ts'

/** A document after an edit, and the edit that takes it back. */
export interface Applied {
  readonly document: ProjectDocument
  readonly undo: Edit
}

/**
 * Applies one edit to a project without changing the document given. What an edit names and the document does not
 * have is passed over: the other window may have removed it a moment before.
 */
export function applyEdit(document: ProjectDocument, edit: Edit): Applied {
  if (edit.type === 'set-unit')
    return { document: { ...document, unit: edit.unit }, undo: { type: 'set-unit', unit: document.unit } }
  const { draft, undo } = applyToTask(taskDraft(document, edit.task), edit)
  return { document: { ...document, tasks: { ...document.tasks, [edit.task]: draft } }, undo }
}

/** Applies edits one after the other; their undos stand in the order in which they must be applied. */
export function applyEdits(
  document: ProjectDocument,
  edits: readonly Edit[],
): { document: ProjectDocument; undo: Edit[] } {
  const undo: Edit[] = []
  let current = document
  for (const edit of edits) {
    const applied = applyEdit(current, edit)
    current = applied.document
    undo.unshift(applied.undo)
  }
  return { document: current, undo }
}

type TaskEdit = Exclude<Edit, EditOf<'set-unit'>>

function applyToTask(draft: TaskDraft, edit: TaskEdit): { draft: TaskDraft; undo: Edit } {
  const { task } = edit
  switch (edit.type) {
    case 'set-values': {
      const wanted = new Map(edit.values.map(({ id, fields }) => [id, fields]))
      const before: { id: string; fields: FieldValues }[] = []
      const set = <T extends { readonly id: string; readonly fields: FieldValues }>(record: T): T => {
        const fields = wanted.get(record.id)
        if (!fields) return record
        before.push({
          id: record.id,
          fields: Object.fromEntries(Object.keys(fields).map((key) => [key, record.fields[key] ?? ''])),
        })
        return { ...record, fields: { ...record.fields, ...fields } }
      }
      const changed = { ...draft, items: draft.items.map(set), rows: draft.rows.map(set) }
      return { draft: changed, undo: { type: 'set-values', task, values: before } }
    }
    case 'add-items': {
      const { list, added } = inserted(
        draft.items,
        edit.items.map(({ item, at }) => ({ record: item, at })),
      )
      return { draft: { ...draft, items: list }, undo: { type: 'remove-items', task, items: added } }
    }
    case 'remove-items': {
      const { list, removed } = without(draft.items, edit.items)
      const items = removed.map(({ record, at }) => ({ item: record, at }))
      return { draft: { ...draft, items: list }, undo: { type: 'add-items', task, items } }
    }
    case 'add-rows': {
      const { list, added } = inserted(
        draft.rows,
        edit.rows.map(({ row, at }) => ({ record: row, at })),
      )
      return { draft: { ...draft, rows: list }, undo: { type: 'remove-rows', task, rows: added } }
    }
    case 'remove-rows': {
      const { list, removed } = without(draft.rows, edit.rows)
      return {
        draft: { ...draft, rows: list },
        undo: { type: 'add-rows', task, rows: removed.map(({ record, at }) => ({ row: record, at })) },
      }
    }
    case 'put-rows':
    case 'order-rows':
    case 'set-columns':
    case 'set-template':
    case 'record-import':
    case 'forget-import':
      return applyToList(draft, edit)
    case 'set-thumbnails': {
      const { thumbnails: before = false, ...others } = draft
      return {
        draft: edit.on ? { ...others, thumbnails: true } : others,
        undo: { type: 'set-thumbnails', task, on: before },
      }
    }
    case 'set-sending': {
      const { sending: before = {}, ...others } = draft
      const chosen = Object.keys(edit.sending).length > 0
      return {
        draft: chosen ? { ...others, sending: edit.sending } : others,
        undo: { type: 'set-sending', task, sending: before },
      }
    }
    case 'declare': {
      const { declaration, affirmed } = edit
      const others = draft.declared.filter((one) => one !== declaration)
      const undo: Edit = { ...edit, affirmed: draft.declared.includes(declaration) }
      return { draft: { ...draft, declared: affirmed ? [...others, declaration] : others }, undo }
    }
    case 'waive':
      return waived(draft, edit)
    case 'mark-sent':
      return sent(draft, edit)
  }
}

function sent(draft: TaskDraft, edit: EditOf<'mark-sent'>): { draft: TaskDraft; undo: Edit } {
  const key = String(edit.mail)
  const before = draft.packages.find(({ id }) => id === edit.package)?.sent[key]
  const packages = draft.packages.map((record) => {
    if (record.id !== edit.package) return record
    const { [key]: _, ...others } = record.sent
    return { ...record, sent: edit.at === null ? others : { ...others, [key]: edit.at } }
  })
  return { draft: { ...draft, packages }, undo: { ...edit, at: before ?? null } }
}

function waived(draft: TaskDraft, edit: EditOf<'waive'>): { draft: TaskDraft; undo: Edit } {
  const { code, item } = edit
  const same = (waiver: Waiver) => waiver.code === code && waiver.item === item
  const before = draft.waivers.find(same)
  const reason = edit.reason.trim()
  const waiver: Waiver = { code, reason, ...(item !== undefined && { item }) }
  const others = draft.waivers.filter((one) => !same(one))
  return {
    draft: { ...draft, waivers: reason === '' ? others : [...others, waiver] },
    undo: { ...edit, reason: before?.reason ?? '' },
  }
}

interface Placed<T> {
  readonly record: T
  readonly at?: number | undefined
}

/** Records put in at their places, in ascending order so that each place is right; one that is there already stays. */
function inserted<T extends { readonly id: string }>(
  list: readonly T[],
  records: readonly Placed<T>[],
): { list: T[]; added: string[] } {
  const known = new Set(list.map(({ id }) => id))
  const fresh = records.filter(({ record }) => !known.has(record.id))
  const result = [...list]
  const ranked = fresh.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0)
  for (const { record, at } of ranked) result.splice(at ?? result.length, 0, record)
  return { list: result, added: fresh.map(({ record }) => record.id) }
}

function without<T extends { readonly id: string }>(
  list: readonly T[],
  ids: readonly string[],
): { list: T[]; removed: Required<Placed<T>>[] } {
  const gone = new Set(ids)
  const removed = list.flatMap((record, at) => (gone.has(record.id) ? [{ record, at }] : []))
  return { list: list.filter(({ id }) => !gone.has(id)), removed: removed }
}
