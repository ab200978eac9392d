import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Task } from '../../shared/notice/task.ts'
import type { Mail } from '../../shared/packing/mail.ts'
import { draftName, type DraftOptions, writeDraft } from '../mail/write-draft.ts'
import { patiently } from '../store/patiently.ts'
import { mailName, mailText } from './mail-text.ts'
import type { ProvenPart } from './write-part.ts'

interface MailFileOptions extends Omit<DraftOptions, 'parts' | 'journal'> {
  readonly task: Task
  /** Whether drafts are written as well. */
  readonly drafts?: boolean | undefined
  /** The day of packing, `YYYY-MM-DD`. */
  readonly day: string
}

/**
 * Writes the mails beside their parts: one text to copy from, and a draft of each on wish. What goes with a mail by other
 * ways than an ordinary attachment has its draft too: subject and text are right, and say how it comes.
 *
 * @returns the names of the drafts
 * @throws Fault `attachment-unusable`; what the target's file system says
 */
export async function writeMails(
  folder: string,
  mails: readonly Mail[],
  parts: readonly ProvenPart[],
  { task, drafts, day, now, signal, onProgress }: MailFileOptions,
): Promise<string[]> {
  const text = mailText(mails, parts, { task, day })
  await patiently(() => writeFile(path.join(folder, mailName), text, { flush: true }))
  if (drafts !== true) return []
  const written: string[] = []
  for (const [index, mail] of mails.entries()) {
    const name = draftName(index, mails.length)
    await writeDraft(mail, path.join(folder, name), { parts, now, signal, onProgress })
    written.push(name)
  }
  return written
}
