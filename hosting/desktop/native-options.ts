/** What the desktop asks of the system's dialogs, as Electron takes it; the arrays are its own to change. */
export interface MessageBox {
  readonly type: 'info' | 'question' | 'warning' | 'error'
  readonly title: string
  readonly message: string
  readonly detail: string
  buttons: string[]
  readonly defaultId?: number
  readonly cancelId?: number
  /** Plain buttons instead of Windows' command links. */
  readonly noLink: boolean
}
export interface OpenDialog {
  readonly title: string
  readonly buttonLabel: string
  readonly defaultPath?: string
  properties: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory')[]
  filters?: { name: string; extensions: string[] }[]
}
export interface SaveDialog {
  readonly title: string
  readonly buttonLabel: string
  readonly defaultPath: string
  filters: { name: string; extensions: string[] }[]
}
/** An entry of the menu bar. */
export interface MenuEntry {
  readonly label?: string
  readonly type?: 'separator'
  readonly role?:
    | 'close'
    | 'quit'
    | 'undo'
    | 'redo'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'delete'
    | 'selectAll'
    | 'zoomIn'
    | 'zoomOut'
    | 'resetZoom'
    | 'togglefullscreen'
    | 'toggleDevTools'
  readonly accelerator?: string
  readonly visible?: boolean
  readonly click?: () => void
  submenu?: MenuEntry[]
}
