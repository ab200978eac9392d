import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { desk } from './mirror-desk.fixture.ts'
import { projectOf } from './project.fixture.ts'
import { firstCall, largestCall, splitEdit } from './split-edits.ts'

const long = '科'.repeat(1000)
const row = (id: string) => ({ id, fields: { name: `${id}${long}` } })
const rowsOf = (edits: readonly Edit[]) => applyEdits(projectOf([]), edits).document.tasks['list']?.rows ?? []
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

describe('an edit that is too large for one call', () => {
  it('is parted, and the rows stand where they would have stood', () => {
    const there: Edit = {
      type: 'add-rows',
      task: 'list',
      rows: ['a', 'b', 'c'].map((id) => ({ row: row(id) })),
    }
    const rows = [
      { row: row('end') },
      ...[3, 1, 0, 6].map((at) => ({ row: row(`at ${at}`), at })),
      { row: row('last') },
    ]
    const edit: Edit = { type: 'add-rows', task: 'list', rows }
    const split = splitEdit(edit, 8000)
    expect(split.length).toBeGreaterThan(2)
    for (const one of split) expect(bytes(one)).toBeLessThanOrEqual(8000)
    expect(rowsOf([there, ...split])).toEqual(rowsOf([there, edit]))
  })

  it('is parted also where texts are written or rows are put', () => {
    const values = ['a', 'b', 'c'].map((id) => ({ id, fields: { name: long } }))
    const write: Edit = { type: 'set-values', task: 'list', values }
    const put: Edit = { type: 'put-rows', task: 'list', rows: ['a', 'b', 'c'].map(row) }
    for (const edit of [write, put]) {
      const split = splitEdit(edit, 5000)
      expect(split.map(({ type }) => type)).toEqual([edit.type, edit.type, edit.type])
    }
  })

  it('stays whole where it fits', () => {
    const edit: Edit = { type: 'put-rows', task: 'list', rows: [row('a')] }
    expect(splitEdit(edit)).toEqual([edit])
  })
})

describe('edits that go together', () => {
  it('stay below the bound, and one that is above it alone goes alone', () => {
    const edit = (count: number): Edit => ({
      type: 'put-rows',
      task: 'list',
      rows: Array.from({ length: count }, (_, at) => row(String(at))),
    })
    expect(firstCall([edit(1), edit(1), edit(1)], 7000)).toHaveLength(2)
    expect(firstCall([edit(5), edit(1)], 7000)).toHaveLength(1)
    expect(firstCall([edit(1), edit(1)], largestCall)).toHaveLength(2)
  })
})

describe('the mirror of a project', () => {
  it('sends very many rows in several calls, in their order, and takes them back in one step', async () => {
    const { mirror, disk, calls } = desk()
    const rows = Array.from({ length: 20 }, (_, at) => ({
      row: { id: `row-${at}`, fields: { brief: 'x'.repeat(1024 * 1024) } },
    }))
    mirror.edit([{ type: 'add-rows', task: 'list', rows }])
    await mirror.saved()
    expect(calls).toEqual([1, 1, 1])
    const ids = () => disk().tasks['list']?.rows.map(({ id }) => id)
    expect(ids()).toEqual(rows.map((one) => one.row.id))
    expect(mirror.store.getState().document.tasks['list']?.rows).toHaveLength(20)
    mirror.undo()
    await mirror.saved()
    expect(ids()).toEqual([])
    mirror.redo()
    await mirror.saved()
    expect(ids()).toHaveLength(20)
  })
})
