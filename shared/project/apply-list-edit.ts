import type { TaskDraft } from './document.ts'
import type { Edit, EditOf } from './edit.ts'
import type { Row } from './submission.ts'

type ListEdit = EditOf<
  'put-rows' | 'order-rows' | 'set-columns' | 'set-template' | 'record-import' | 'forget-import'
>

/** Applies an edit that only lists have; `undo` takes it back. What it names and is not there is passed over. */
export function applyToList(draft: TaskDraft, edit: ListEdit): { draft: TaskDraft; undo: Edit } {
  const { task } = edit
  switch (edit.type) {
    case 'put-rows': {
      const wanted = new Map(edit.rows.map((row) => [row.id, row]))
      const before = draft.rows.filter(({ id }) => wanted.has(id))
      return {
        draft: { ...draft, rows: draft.rows.map((row) => wanted.get(row.id) ?? row) },
        undo: { type: 'put-rows', task, rows: before },
      }
    }
    case 'order-rows':
      return {
        draft: { ...draft, rows: ordered(draft.rows, edit.rows) },
        undo: { type: 'order-rows', task, rows: draft.rows.map(({ id }) => id) },
      }
    case 'set-columns':
      return {
        draft: { ...draft, columns: edit.columns },
        undo: { type: 'set-columns', task, columns: draft.columns ?? [] },
      }
    case 'set-template': {
      const { template: before, ...others } = draft
      return {
        draft: edit.template === null ? others : { ...others, template: edit.template },
        undo: { type: 'set-template', task, template: before ?? null },
      }
    }
    case 'record-import': {
      const { record } = edit
      const others = (draft.imports ?? []).filter(({ id }) => id !== record.id)
      return {
        draft: { ...draft, imports: [...others, record] },
        undo: { type: 'forget-import', task, record: record.id },
      }
    }
    case 'forget-import': {
      const imports = draft.imports ?? []
      const gone = imports.find(({ id }) => id === edit.record)
      return {
        draft: { ...draft, imports: imports.filter((one) => one !== gone) },
        undo: gone ? { type: 'record-import', task, record: gone } : edit,
      }
    }
  }
}

function ordered(rows: readonly Row[], ids: readonly string[]): Row[] {
  const places = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ id }: Row) => places.get(id) ?? Infinity
  // Equal places keep their order, and Infinity - Infinity is no number.
  return rows.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}
