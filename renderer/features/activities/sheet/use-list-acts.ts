import { App } from 'antd'
import { useMemo } from 'react'
import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Field } from '../../../../shared/notice/field.ts'
import { taskDraft } from '../../../../shared/project/document.ts'
import type { Edit, EditOf } from '../../../../shared/project/edit.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { useSession, useTask } from '../../../app/session-context.tsx'
import { useStep } from '../../media/use-step.tsx'
import { movedIds, sortedIds } from '../rows/sort-rows.ts'
import { words } from '../wording.ts'
import { clearedValues, filledDown, pasteRows } from './paste-rows.ts'
import { cellsIn } from './range-moves.ts'
import { useSheet } from './sheet-context.ts'
import type { Cell } from './sheet-state.ts'

type Values = EditOf<'set-values'>['values']

/** What is done to the list: each is one step of undo, and what touches much says so. */
export interface ListActs {
  write(cell: Cell, text: string): void
  setValues(values: Values, said: string): void
  /** A new row below the one where the clerk is, else at the end. */
  addRow(): void
  /** All rows that are selected, or those that are named. */
  removeRows(ids?: readonly string[]): void
  moveRows(step: 1 | -1): void
  sort(field: Field, way: 'up' | 'down'): void
  paste(table: readonly (readonly string[])[]): void
  /** Rows that were made elsewhere, at the end of the list. */
  append(rows: readonly Row[]): void
  clear(): void
  fillDown(): void
  setColumns(on: readonly string[]): void
}

export function useListActs(id: string): ListActs {
  const { project, notice, views } = useSession()
  const { message } = App.useApp()
  const task = useTask(id)
  const step = useStep()
  const sheet = useSheet()
  return useMemo(() => {
    const allRows = () => taskDraft(project.store.getState().document, id).rows
    const valuesEdit = (values: Values): Edit => ({ type: 'set-values', task: id, values })
    const year = requirementsOf(task, 'activity-time')[0]?.assumedYear ?? notice.year
    const change = (values: Values, said: string, nothing: string) => {
      if (values.length > 0) step([valuesEdit(values)], said)
      else void message.info(nothing)
    }
    const selectedRows = (): readonly Row[] => {
      const { box } = sheet.store.getState()
      return box ? sheet.rows().slice(box.top, box.bottom + 1) : []
    }
    const showAll = () => views.set(id, { filter: 'all', code: undefined, query: '' })
    const goTo = (row: string | undefined, field: string | undefined) => {
      if (row === undefined || field === undefined) return
      sheet.select({ row, field })
      sheet.focus()
    }
    const firstField = () => sheet.fields()[0]?.key ?? 'name'

    const acts: ListActs = {
      write({ row, field }, text) {
        const before = allRows().find((one) => one.id === row)
        if (!before || (before.fields[field] ?? '') === text) return
        project.edit([valuesEdit([{ id: row, fields: { [field]: text } }])], `cell:${row}:${field}`)
      },
      setValues: (values, said) => step([valuesEdit(values)], said),
      addRow() {
        sheet.writing()?.flush()
        const { active } = sheet.store.getState()
        const below = active ? allRows().findIndex((row) => row.id === active.row) + 1 : allRows().length
        const row: Row = { id: crypto.randomUUID(), fields: {} }
        project.edit([{ type: 'add-rows', task: id, rows: [{ row, at: below }] }])
        // A blank row fits no search.
        showAll()
        goTo(row.id, firstField())
      },
      removeRows(ids = selectedRows().map((row) => row.id)) {
        if (ids.length === 0) return
        step([{ type: 'remove-rows', task: id, rows: [...ids] }], words.removed(ids.length))
        sheet.focus()
      },
      moveRows(way) {
        const moving = new Set(selectedRows().map((row) => row.id))
        const ids = allRows().map((row) => row.id)
        const rows = movedIds(
          ids,
          sheet.rows().map((row) => row.id),
          moving,
          way,
        )
        if (rows) project.edit([{ type: 'order-rows', task: id, rows }], `move:${[...moving].join(' ')}`)
      },
      sort(field, way) {
        const rows = sortedIds(allRows(), field, way, year)
        if (rows.every((row, index) => row === allRows()[index]?.id))
          return void message.info(words.sortedAlready)
        step([{ type: 'order-rows', task: id, rows }], words.sorted(field, way))
        const shown = new Set(sheet.rows().map((row) => row.id))
        goTo(
          rows.find((row) => shown.has(row)),
          field.key,
        )
      },
      paste(table) {
        const { box } = sheet.store.getState()
        if (!box) return
        const pasted = pasteRows(table, {
          rows: sheet.rows(),
          fields: sheet.fields(),
          box,
          newId: () => crypto.randomUUID(),
        })
        const { values, added, beyond, end } = pasted
        const edits: Edit[] = [
          ...(values.length > 0 ? [valuesEdit(values)] : []),
          ...(added.length > 0
            ? [{ type: 'add-rows' as const, task: id, rows: added.map((row) => ({ row })) }]
            : []),
        ]
        if (edits.length === 0) return void message.info(words.nothingPasted)
        // One cell is no news.
        if (table.length === 1 && table[0]?.length === 1 && values.length === 1) project.edit(edits)
        else step(edits, words.pasted(values.length, added.length, beyond))
        const shown = sheet.rows()
        const corner = shown[end.row]?.id ?? added.at(-1)?.id
        const from = { row: shown[box.top]?.id, field: sheet.fields()[box.left]?.key }
        const to = { row: corner, field: sheet.fields()[end.column]?.key }
        if (
          from.row !== undefined &&
          from.field !== undefined &&
          to.row !== undefined &&
          to.field !== undefined
        )
          sheet.select({ row: from.row, field: from.field }, { row: to.row, field: to.field })
      },
      append(rows) {
        if (rows.length === 0) return
        step([{ type: 'add-rows', task: id, rows: rows.map((row) => ({ row })) }], words.added(rows.length))
        goTo(rows[0]?.id, firstField())
      },
      clear() {
        const { box } = sheet.store.getState()
        const values = box ? clearedValues(sheet.rows(), sheet.fields(), box) : []
        if (!box || values.length === 0) return
        if (cellsIn(box) === 1) project.edit([valuesEdit(values)])
        else step([valuesEdit(values)], words.cleared(values.length))
      },
      fillDown() {
        const { box } = sheet.store.getState()
        if (!box) return
        const values = filledDown(sheet.rows(), sheet.fields(), box)
        if (values.length === 1 && box.top === box.bottom) return project.edit([valuesEdit(values)])
        change(values, words.filled(values.length), words.nothingAbove)
      },
      setColumns: (on) =>
        project.edit([
          {
            type: 'set-columns',
            task: id,
            columns: task.fields.map(({ key }) => key).filter((key) => on.includes(key)),
          },
        ]),
    }
    return acts
  }, [project, views, message, task, notice, step, sheet, id])
}
