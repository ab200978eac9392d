import { createStore } from 'zustand/vanilla'
import type { TablesRead } from './list-reading.ts'

/** Tables that were read, to be looked over before their rows are taken. They are the project's that was open then. */
export interface TablesDialog {
  readonly at: 'import'
  readonly task: string
  readonly project: string
  readonly read: TablesRead
}

/** A dialog over the page of a list. */
export type ListDialog =
  | TablesDialog
  /** What became of tables that were taken in. */
  | { readonly at: 'report'; readonly task: string }
  /** Rows that look alike, pair by pair. */
  | { readonly at: 'alike'; readonly task: string }
  /** The workbook that the list is written into. */
  | { readonly at: 'template'; readonly task: string }

export interface ListDialogs {
  readonly open: ListDialog | undefined
  /** Of the dialog that is open: each is one of its own, also of the same kind. */
  readonly number: number
  /** Tables that were read while something else lay before the clerk; they are shown when the way is free. */
  readonly waiting: TablesDialog | undefined
}

/** The dialog that lies over the page of a list, and what waits behind it. */
export const listDialog = createStore<ListDialogs>(() => ({ open: undefined, number: 0, waiting: undefined }))

export const hasTables = ({ files }: TablesRead): boolean => files.some(({ tables }) => tables.length > 0)

/** Whether another dialog may be opened: only one that says that there was nothing to read gives way. */
export const isFree = (open: ListDialog | undefined): boolean =>
  open === undefined || (open.at === 'import' && !hasTables(open.read))

/** Opens a dialog. One that is open already stays: work in it would be lost; tables wait behind it. */
export function openListDialog(next: ListDialog): void {
  const { open, number } = listDialog.getState()
  if (isFree(open)) listDialog.setState({ open: next, number: number + 1 })
  else if (next.at === 'import') listDialog.setState({ waiting: next })
}
export const closeListDialog = (): void => listDialog.setState({ open: undefined })

/** Has tables shown as soon as the page of their list is before the clerk with nothing over it. */
export const offerTables = (waiting: TablesDialog): void => listDialog.setState({ waiting })

/** Shows the tables that wait. */
export function showWaiting(): void {
  const { open, waiting } = listDialog.getState()
  if (!waiting || !isFree(open)) return
  listDialog.setState({ waiting: undefined })
  openListDialog(waiting)
}

/** Whether tables of a project wait to be taken: others must wait for them. */
export const hasTablesOf =
  (project: string) =>
  ({ open, waiting }: ListDialogs): boolean =>
    [open, waiting].some((one) => one?.at === 'import' && one.project === project && hasTables(one.read))

/** The project is left, and with it what lies over its pages. */
export const leaveListDialogs = (): void => listDialog.setState({ open: undefined, waiting: undefined })
