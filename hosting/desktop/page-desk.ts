import path from 'node:path'
import { z } from 'zod'
import type {
  Choice,
  ClaimedFolder,
  ExportEnd,
  MailDraft,
  MailHandOver,
  TaskbarProgress,
} from '../../shared/desktop-bridge.ts'
import { Request } from '../../shared/wire.ts'
import { channels } from './channels.ts'

/** As much of an IPC event as tells who sent it. */
export interface SentBy {
  readonly sender: unknown
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}
/** As much of Electron's `ipcMain` as the desk needs. */
export interface Ipc {
  on(channel: string, listener: (event: SentBy, ...words: unknown[]) => void): unknown
  handle(channel: string, listener: (event: SentBy, ...words: unknown[]) => unknown): void
}

/** What the page may ask of the desktop; the words have been validated. */
export interface DeskServices {
  frame(frame: Request): void
  claim(paths: readonly string[]): readonly string[]
  choose(what: Choice): Promise<readonly string[]>
  saveAs(name: string): Promise<string | undefined>
  outFolder(): ClaimedFolder
  chooseOutFolder(): Promise<ClaimedFolder | undefined>
  reveal(id: string): Promise<boolean>
  exportDiagnostics(): Promise<ExportEnd>
  copy(text: string): Promise<void>
  showProgress(progress: TaskbarProgress | undefined): void
  writeMail(mail: MailDraft): Promise<MailHandOver>
  openDraft(id: string): Promise<boolean>
  /** The page hears of project files from now on. */
  hearing(): void
  /** Rejects where no print job could be made. */
  print(): Promise<boolean>
  /** The page has saved what it could, in this turn of closing. */
  saved(turn: number): void
}

export interface PageDesk {
  /** The web contents of our window; undefined while there is none. */
  readonly own: () => unknown
  readonly services: DeskServices
  /** Told of what was refused: the channel, and why. */
  readonly onRefused: (channel: string, why: 'sender' | 'words') => void
}

const nothing = z.undefined()
const AbsolutePath = z
  .string()
  .min(1)
  .max(32_767)
  .refine((text) => path.isAbsolute(text) && !text.includes('\0'))
const Paths = z.array(AbsolutePath).max(10_000)
const What = z.enum(['folders', 'files', 'workbook', 'project'])
const Name = z.string().min(1).max(255)
const Id = z.string().min(1).max(200)
const Text = z.string().max(1_000_000)
const Turn = z.number().int()
const Progress = z.union([z.number().min(0).max(1), z.literal('busy'), z.literal('failed')]).optional()
/** One address and one line: nothing of a mail can become a header of its own. */
const OneLine = z
  .string()
  .max(1000)
  .refine((text) => !/\p{Cc}/u.test(text))
const MailParts = z.object({
  to: z.email().max(254),
  subject: OneLine,
  body: z
    .string()
    .max(100_000)
    .refine((text) => !/[^\P{Cc}\r\n\t]/u.test(text)),
})

/** Whether the message comes from our window's own page: not from a frame in it, and not after it went elsewhere. */
export function isOwnPage({ sender, senderFrame }: SentBy, own: unknown): boolean {
  if (own === undefined || sender !== own || senderFrame === null) return false
  return senderFrame.parent === null && senderFrame.url.startsWith('kepuri://window/')
}

/** Answers the page: every message is checked for its sender and its words before anything is done. */
export function openDesk(ipc: Ipc, { own, services, onRefused }: PageDesk): void {
  const answer = <T>(channel: string, words: z.ZodType<T>, run: (words: T) => unknown) =>
    ipc.handle(channel, async (event, given) => {
      const refuse = (why: 'sender' | 'words'): never => {
        onRefused(channel, why)
        throw new Error('refused')
      }
      if (!isOwnPage(event, own())) return refuse('sender')
      const parsed = words.safeParse(given)
      return parsed.success ? run(parsed.data) : refuse('words')
    })
  const hear = <T>(channel: string, words: z.ZodType<T>, run: (words: T) => void) =>
    ipc.on(channel, (event, given) => {
      if (!isOwnPage(event, own())) return onRefused(channel, 'sender')
      const parsed = words.safeParse(given)
      if (parsed.success) run(parsed.data)
      else onRefused(channel, 'words')
    })
  hear(channels.frame, Request, (frame) => services.frame(frame))
  hear(channels.progress, Progress, (progress) => services.showProgress(progress))
  hear(channels.hearing, nothing, () => services.hearing())
  answer(channels.claim, Paths, (paths) => services.claim(paths))
  answer(channels.choose, What, (what) => services.choose(what))
  answer(channels.saveAs, Name, (name) => services.saveAs(name))
  answer(channels.outFolder, nothing, () => services.outFolder())
  answer(channels.chooseOutFolder, nothing, () => services.chooseOutFolder())
  answer(channels.reveal, Id, (id) => services.reveal(id))
  answer(channels.exportDiagnostics, nothing, () => services.exportDiagnostics())
  answer(channels.copy, Text, (text) => services.copy(text))
  answer(channels.writeMail, MailParts, (mail) => services.writeMail(mail))
  answer(channels.openDraft, Id, (id) => services.openDraft(id))
  answer(channels.print, nothing, () => services.print())
  answer(channels.saved, Turn, (turn) => services.saved(turn))
}
