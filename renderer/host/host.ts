import type { Choice, MailDraft, MailHandOver, TaskbarProgress } from '../../shared/desktop-bridge.ts'
import type { Port, Reply, Request } from '../../shared/wire.ts'

/** How far files have come on their way to the host. */
export interface Receiving {
  readonly bytes: number
  readonly total: number
  /** The file on its way. */
  readonly item: string
}
export interface ReceiveOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (receiving: Receiving) => void
}
/** A file that an operation is about to write. */
export interface SaveTarget {
  readonly claim: string
  /** To be called when it is written: a browser downloads it then. */
  finish(): Promise<void>
}
export interface OutFolder {
  readonly claim: string
  /** As the clerk knows it. */
  readonly shown: string
}

/** What a window needs besides the engine: files, dialogs, the clipboard. The desktop and the web each have one. */
export interface Host {
  readonly kind: 'desktop' | 'web'
  readonly port: Port<Request, Reply>
  /**
   * Hands dropped folders and files in, and gives their claims. To be called within the drop event, for its data
   * is gone afterwards. Rejects with Fault (`cancelled`, `disk-full`, `engine-gone` …).
   */
  claim(dropped: DataTransfer, options?: ReceiveOptions): Promise<readonly string[]>
  /** Asks for folders, files, one filled-in workbook or one project file; empty when the clerk thinks better of it. */
  choose(what: Choice, options?: ReceiveOptions): Promise<readonly string[]>
  /** Asks where to save a file; undefined when the clerk thinks better of it. */
  saveAs(name: string): Promise<SaveTarget | undefined>
  /** Where packages are written unless the clerk chooses another place. */
  outFolder(): Promise<OutFolder>
  /** Asks for another place; undefined when it stays, or where a host has but one. */
  chooseOutFolder(): Promise<OutFolder | undefined>
  /** Shows a file or folder by its id in the system's file manager; false where that cannot be done. */
  reveal(id: string): Promise<boolean>
  /** Gives the clerk a copy of a file by its id, where files cannot be shown in place. */
  download(id: string, name: string): void
  /** The address of an item's own content, for a picture or video element. */
  contentUrl(id: string): string
  copy(text: string): Promise<void>
  /**
   * Gathers what maintainers need to find a fault into a file that the clerk keeps; false when they think better of it.
   * Asks the engine nothing. Rejects with Fault (`out-unwritable`, `disk-full` …).
   */
  exportDiagnostics(): Promise<boolean>
  /**
   * Prints the page as it stands: its print style leaves only the paper. `asked` by a browser, which does not tell what
   * became of it.
   */
  print(): Promise<'printed' | 'asked' | 'cancelled'>
  /**
   * Calls `save` before the window closes and waits for it a few seconds, until the returned function is called. Absent
   * where a page cannot put off its end.
   */
  onClosing?(save: () => Promise<void>): () => void
  /** How far long work is, on the taskbar; undefined when it is done. Absent where there is none. */
  showProgress?(progress: TaskbarProgress | undefined): void
  /** Opens the system's mail program with a mail, without attachments. Absent where a page cannot. */
  writeMail?(mail: MailDraft): Promise<MailHandOver>
  /** Opens a draft (.eml) by its id in the system's mail program; false where there is none. Absent where a page cannot. */
  openDraft?(id: string): Promise<boolean>
  /**
   * Hears the claims of project files that were opened from the file manager, those that came before it as well, until
   * the returned function is called. Absent where nobody opens any.
   */
  onOpenProject?(hear: (claim: string) => void): () => void
}
