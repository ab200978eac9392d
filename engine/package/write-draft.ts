import type { Step } from '../../shared/operation.ts'
import type { Mail, WrittenPart } from '../../shared/packing/mail.ts'

export interface DraftOptions {
  /** What the attachments were when they were proven: their checksums are held against what is read. */
  readonly parts: readonly Pick<WrittenPart, 'path' | 'bytes' | 'sha256'>[]
  readonly now: Date
  readonly signal: AbortSignal
  readonly onProgress: (step: Step) => void
}

/** The name of a mail's draft, of the mail counted from 0: 邮件草稿（2／3）.eml. */
export const draftName = (index: number, mails: number): string =>
  mails > 1 ? `邮件草稿（第${index + 1}封，共${mails}封）.eml` : '邮件草稿.eml'

/**
 * Writes a mail with its attachments as a draft that mail programs open for sending.
 *
 * @throws Fault `attachment-unusable`
 */
export async function writeDraft(_mail: Mail, _file: string, _options: DraftOptions): Promise<void> {
  throw new Error('not yet')
}
