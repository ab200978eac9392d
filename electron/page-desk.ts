import path from 'node:path'
import { z } from 'zod'
import type { Choice, ClaimedFolder, ExportEnd } from '../shared/desktop-bridge.ts'
import { Request } from '../shared/wire.ts'
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
const What = z.enum(['folders', 'files', 'workbook'])
const Name = z.string().min(1).max(255)
const Id = z.string().min(1).max(200)
const Text = z.string().max(1_000_000)
const Turn = z.number().int()

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
  ipc.on(channels.frame, (event, given) => {
    if (!isOwnPage(event, own())) return onRefused(channels.frame, 'sender')
    const frame = Request.safeParse(given)
    if (frame.success) services.frame(frame.data)
    else onRefused(channels.frame, 'words')
  })
  answer(channels.claim, Paths, (paths) => services.claim(paths))
  answer(channels.choose, What, (what) => services.choose(what))
  answer(channels.saveAs, Name, (name) => services.saveAs(name))
  answer(channels.outFolder, nothing, () => services.outFolder())
  answer(channels.chooseOutFolder, nothing, () => services.chooseOutFolder())
  answer(channels.reveal, Id, (id) => services.reveal(id))
  answer(channels.exportDiagnostics, nothing, () => services.exportDiagnostics())
  answer(channels.copy, Text, (text) => services.copy(text))
  answer(channels.print, nothing, () => services.print())
  answer(channels.saved, Turn, (turn) => services.saved(turn))
}
