import type { Readable } from 'node:stream'
import type { Mail } from '../../shared/packing/mail.ts'

export interface Attached {
  readonly name: string
  readonly content: Readable
}

/**
 * A mail as the message that mail programs open for sending (RFC 5322, MIME): `X-Unsent: 1` makes it a draft. It says
 * nothing of this computer or its user: sender and message id are the sending program's to give.
 */
export async function draftMessage(
  { to, subject, body }: Mail,
  attached: readonly Attached[],
  date: Date,
): Promise<Readable> {
  // Loaded when first needed: most calls need no mail.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    to,
    subject,
    date,
    // Base64 keeps the text as it stands, so its lines end as those of a mail do.
    text: body.replaceAll(/\r?\n/g, '\r\n'),
    // Chinese words would take thrice their bytes otherwise, and quoted words are folded in the middle of addresses.
    textEncoding: 'base64',
    // An empty value that is there keeps the composer from making up an id.
    headers: { 'X-Unsent': '1', 'Message-ID': { prepared: true, value: '' } },
    attachments: attached.map(({ name, content }) => ({
      filename: name,
      content,
      contentType: 'application/zip',
      contentDisposition: 'attachment',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().createReadStream()
}
