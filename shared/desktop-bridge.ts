import type { FaultData } from './faults.ts'
import type { Reply, Request } from './wire.ts'

/** A folder that the desktop has handed to the engine. */
export interface ClaimedFolder {
  readonly claim: string
  /** As the clerk knows it. */
  readonly shown: string
}
/** As much of a mail as a `mailto:` address carries (RFC 6068). */
export interface MailDraft {
  readonly to: string
  readonly subject: string
  readonly body: string
}
/** What became of a mail that was handed to the system's mail program: one that is too long for that goes without its body. */
export type MailHandOver = 'whole' | 'without-body' | 'no-program'
/** What the taskbar shows: a fraction from 0 to 1, work without a known end, or that the work has failed. */
export type TaskbarProgress = number | 'busy' | 'failed'
/** How writing a file has ended; an error of the native side does not come through as it was thrown. */
export type ExportEnd = 'written' | 'cancelled' | { readonly fault: FaultData }
export type Choice = 'folders' | 'files' | 'workbook' | 'project'

/**
 * All that the desktop's preload script gives to the page, as `window.kepuri`: the line to the engine, and what a
 * window needs besides. Paths stay on the other side; the page gets claims.
 *
 * @typeParam File of the platform; shared/ knows none
 */
export interface DesktopBridge<File> {
  post(frame: Request): void
  /** Hears replies until the returned function is called. */
  onReply(hear: (reply: Reply) => void): () => void
  /** Claims of dropped files and folders, in their order; what lies on no disk (a picture dragged from a page) has none. */
  claimFiles(files: readonly File[]): Promise<readonly (string | undefined)[]>
  choose(what: Choice): Promise<readonly string[]>
  /** The claim of the file to be written; undefined when the clerk thinks better of it. */
  saveAs(name: string): Promise<string | undefined>
  outFolder(): Promise<ClaimedFolder>
  chooseOutFolder(): Promise<ClaimedFolder | undefined>
  reveal(id: string): Promise<boolean>
  /** Asks where to, writes the diagnostics there, and shows the file. */
  exportDiagnostics(): Promise<ExportEnd>
  copy(text: string): Promise<void>
  /** How far long work is, on the taskbar; undefined when it is done. */
  showProgress(progress: TaskbarProgress | undefined): void
  /** Opens the system's mail program with recipient, subject and body. Attachments cannot be handed over this way. */
  writeMail(mail: MailDraft): Promise<MailHandOver>
  /** Opens a draft (.eml) by its id in the program that the system has for it; false where there is none. */
  openDraft(id: string): Promise<boolean>
  /** Hears the claims of project files that were opened from the file manager, also before the page was there, until the returned function is called. */
  onOpenProject(hear: (claim: string) => void): () => void
  /** Prints the page through the system's dialog; false where that was cancelled. */
  print(): Promise<boolean>
  /** Calls `save` before the window closes, and waits for it a little, until the returned function is called. */
  onClosing(save: () => Promise<void>): () => void
}
