import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Field } from '../../../../shared/notice/field.ts'
import { createSheet } from './sheet-state.ts'

const fields: Field[] = ['name', 'time', 'place'].map((key) => ({ key, label: key, type: 'text' }))
const rowsOf = (ids: string) => [...ids].map((id) => ({ id, fields: {} }))
const shown = (ids: string) => {
  const sheet = createSheet()
  sheet.show(rowsOf(ids), fields)
  return sheet
}

afterEach(() => vi.unstubAllGlobals())

describe('the sheet', () => {
  it('goes to a cell and spans a block from it', () => {
    const sheet = shown('abc')
    sheet.go({ row: 2, column: 1 }, { row: 0, column: 2 })
    expect(sheet.store.getState()).toMatchObject({
      active: { row: 'c', field: 'time' },
      extent: { row: 'a', field: 'place' },
      box: { top: 0, bottom: 2, left: 1, right: 2 },
    })
  })

  it('stays with its row when the order is another', () => {
    const sheet = shown('abc')
    sheet.go({ row: 0, column: 1 })
    sheet.show(rowsOf('cba'), fields)
    expect(sheet.store.getState()).toMatchObject({ active: { row: 'a' }, at: { row: 2, column: 1 } })
  })

  it('takes the row in its place when its own is gone, and none when all are', () => {
    const sheet = shown('abc')
    sheet.go({ row: 2, column: 1 })
    sheet.show(rowsOf('ab'), fields)
    expect(sheet.store.getState()).toMatchObject({ active: { row: 'b', field: 'time' } })
    sheet.show([], fields)
    expect(sheet.store.getState().active).toBeUndefined()
  })

  it('is left where its row is only hidden', () => {
    const sheet = shown('abc')
    sheet.go({ row: 1, column: 1 })
    sheet.show(rowsOf('ac'), fields, (row) => row === 'b')
    expect(sheet.store.getState()).toMatchObject({ active: undefined, at: undefined, box: undefined })
  })

  it('takes the column really shown when its own is turned off', () => {
    const sheet = shown('ab')
    sheet.go({ row: 1, column: 2 })
    sheet.show(rowsOf('ab'), fields.slice(0, 2))
    expect(sheet.store.getState()).toMatchObject({
      active: { row: 'b', field: 'time' },
      at: { row: 1, column: 1 },
      box: { left: 1, right: 1 },
    })
    sheet.select({ row: 'a', field: 'place' })
    expect(sheet.store.getState()).toMatchObject({ active: { row: 'a', field: 'name' }, at: { column: 0 } })
  })

  it('goes to a row that is shown only later', () => {
    const sheet = shown('ab')
    sheet.select({ row: 'c', field: 'name' })
    expect(sheet.store.getState().at).toBeUndefined()
    sheet.show(rowsOf('ab'), fields)
    expect(sheet.store.getState().active?.row).toBe('c')
    sheet.show(rowsOf('abc'), fields)
    expect(sheet.store.getState().at).toEqual({ row: 2, column: 0 })
  })

  it('hands on what is written before it goes elsewhere', () => {
    const sheet = shown('ab')
    let flushed = 0
    sheet.go({ row: 0, column: 0 })
    vi.stubGlobal('document', { activeElement: null })
    sheet.host({ flush: () => (flushed += 1), restore: () => {}, focus: () => {}, area: () => null })
    sheet.go({ row: 1, column: 0 })
    expect(flushed).toBe(0)
    sheet.edit('typed')
    sheet.go({ row: 0, column: 0 })
    expect(flushed).toBe(1)
    expect(sheet.store.getState().editing).toBe(false)
  })
})
