import { createStore } from 'zustand/vanilla'

/** Dialogs that several pages lead to. */
export type DialogName = 'unit' | 'projects'

/** The dialog that lies over the page. */
export const dialog = createStore<{ readonly open: DialogName | undefined }>(() => ({ open: undefined }))
export const openDialog = (open: DialogName): void => dialog.setState({ open })
export const closeDialog = (): void => dialog.setState({ open: undefined })
