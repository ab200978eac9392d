import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Step } from '../../shared/operation.ts'
import type { Mail, WrittenPart } from '../../shared/packing/mail.ts'
import type { PackingJournal } from '../store/unfinished/packing-journal.ts'
import { publishNoted } from '../store/unfinished/publish-noted.ts'
import { attachmentContent } from './attachment-content.ts'
import { draftMessage } from './draft-message.ts'
import { proveDraft } from './prove-draft.ts'

const flushedAtOnce = 8 * 1024 * 1024

export interface DraftOptions {
  /** What the attachments were when they were proven: their checksums are held against what is read. */
  readonly parts: readonly Pick<WrittenPart, 'path' | 'bytes' | 'sha256'>[]
  /** Where it is written down while it is unfinished; absent in a workplace, which is itself. */
  readonly journal?: Pick<PackingJournal, 'note'> | undefined
  readonly now: Date
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/** The name of a mail's draft, of the mail counted from 0: 邮件草稿（第2封，共3封）.eml. */
export const draftName = (index: number, mails: number): string =>
  mails > 1 ? `邮件草稿（第${index + 1}封，共${mails}封）.eml` : '邮件草稿.eml'

/**
 * Writes a mail with its attachments as a draft that mail programs open for sending. What goes as 超大附件 is not in it:
 * the clerk uploads that in the web mail. The draft has its name only after it was read again and held against what was
 * packed; an older one of the name gives way to it.
 *
 * @throws Fault `attachment-unusable`, `package-broken`; the signal's reason, what the target's file system says
 */
export async function writeDraft(mail: Mail, file: string, options: DraftOptions): Promise<void> {
  const { now, signal, journal } = options
  const attachments = mail.way === 'large' ? [] : mail.attachments.map((one) => partOf(one, options.parts))
  const total = attachments.reduce((sum, { bytes }) => sum + bytes, 0)
  const reporter = (stage: Step['stage']) => {
    let done = 0
    const item = path.basename(file)
    return (bytes: number) => {
      done += bytes
      options.onProgress({ stage, done: Math.min(done, total), total, item })
    }
  }
  signal.throwIfAborted()
  await publishNoted(file, {
    kind: 'draft',
    journal,
    async write(handle) {
      const onRead = reporter('write')
      onRead(0)
      const attached = attachments.map((part) => ({
        name: path.basename(part.path),
        content: Readable.from(attachmentContent(part, signal, onRead), { objectMode: false }),
      }))
      await writeFlushing(handle, await draftMessage(mail, attached, now), signal)
    },
    prove: (temporary) =>
      proveDraft(temporary, { mail, parts: attachments }, { signal, onRead: reporter('verify') }),
  })
}

/**
 * Flushes on the way, while the next pieces are made: at the end nothing is left that would hold up whoever cancels, for a
 * flush once begun cannot be given up.
 */
async function writeFlushing(
  handle: FileHandle,
  pieces: AsyncIterable<unknown>,
  signal: AbortSignal,
): Promise<void> {
  let flushing = Promise.resolve()
  let unflushed = 0
  for await (const piece of pieces) {
    signal.throwIfAborted()
    const data = piece as Buffer
    await handle.appendFile(data)
    unflushed += data.length
    if (unflushed < flushedAtOnce) continue
    await flushing
    flushing = handle.datasync()
    // Told where it is awaited, which an earlier failure may prevent.
    flushing.catch(() => undefined)
    unflushed = 0
  }
  await flushing
}

function partOf(file: string, parts: DraftOptions['parts']): DraftOptions['parts'][number] {
  const part = parts.find((one) => one.path === file)
  if (!part) throw new Error(`a mail carries what was not packed: ${path.basename(file)}`)
  return part
}
