import { createStore } from 'zustand/vanilla'
import type { TablesRead } from './list-reading.ts'

/** A dialog over the page of a list. */
export type ListDialog =
  /** Tables that were read, to be looked over before their rows are taken. They are the project's that was open then. */
  | { readonly at: 'import'; readonly task: string; readonly project: string; readonly read: TablesRead }
  /** What became of tables that were taken in. */
  | { readonly at: 'report'; readonly task: string }
  /** Rows that look alike, pair by pair. */
  | { readonly at: 'alike'; readonly task: string }

/** The dialog that lies over the page of a list. */
export const listDialog = createStore<{ readonly open: ListDialog | undefined }>(() => ({ open: undefined }))
export const openListDialog = (open: ListDialog): void => listDialog.setState({ open })
export const closeListDialog = (): void => listDialog.setState({ open: undefined })
