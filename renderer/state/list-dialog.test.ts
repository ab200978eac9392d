import { afterEach, describe, expect, it } from 'vitest'
import {
  closeListDialog,
  hasTablesOf,
  leaveListDialogs,
  listDialog,
  offerTables,
  openListDialog,
  showWaiting,
  type TablesDialog,
} from './list-dialog.ts'

const tables = (name: string | undefined): TablesDialog => ({
  at: 'import',
  task: 'activities',
  project: 'p',
  read: {
    files:
      name === undefined
        ? []
        : [{ name, bytes: 1, tables: [{ sheet: '', hidden: false, epoch: 1900, lines: [] }] }],
    ignored: { count: 0, names: [] },
    troubles: [],
  },
})
const open = () => listDialog.getState().open

afterEach(leaveListDialogs)

describe('a dialog over a list', () => {
  it('is not replaced by tables that come later; they are shown after it', () => {
    const first = tables('a.xlsx')
    openListDialog(first)
    openListDialog(tables('粘贴的表格'))
    showWaiting()
    expect(open()).toBe(first)
    closeListDialog()
    showWaiting()
    expect(open()).toEqual(tables('粘贴的表格'))
    expect(listDialog.getState().waiting).toBeUndefined()
  })

  it('stays when a reading ends', () => {
    for (const at of ['report', 'alike', 'template'] as const) {
      openListDialog({ at, task: 'activities' })
      offerTables(tables('a.xlsx'))
      showWaiting()
      expect(open()?.at).toBe(at)
      leaveListDialogs()
    }
  })

  it('gives way where it only says that nothing was read', () => {
    openListDialog(tables(undefined))
    const { number } = listDialog.getState()
    expect(hasTablesOf('p')(listDialog.getState())).toBe(false)
    offerTables(tables('a.xlsx'))
    showWaiting()
    expect(open()).toEqual(tables('a.xlsx'))
    expect(listDialog.getState().number).toBeGreaterThan(number)
  })

  it('keeps other tables out only of its own project', () => {
    offerTables(tables('a.xlsx'))
    expect(hasTablesOf('p')(listDialog.getState())).toBe(true)
    expect(hasTablesOf('q')(listDialog.getState())).toBe(false)
  })
})
