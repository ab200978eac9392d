import type { Readable } from 'node:stream'
import type { Mail } from '../../shared/packing/mail.ts'

export interface Attached {
  readonly name: string
  readonly content: Readable
}

/** A mail's text: base64 keeps it as it stands, so its lines end as those of a mail do. */
export const draftText = (body: string): string => body.replaceAll(/\r?\n/g, '\r\n')

/**
 * A mail as the message that mail programs open for sending (RFC 5322, MIME): `X-Unsent: 1` makes it a draft. It says
 * nothing of this computer or its user: sender and message id are the sending program's to give.
 *
 * @throws Error about a recipient or subject with control characters: a line break there would make another recipient of it
 */
export async function draftMessage(
  { to, subject, body }: Mail,
  attached: readonly Attached[],
  date: Date,
): Promise<Readable> {
  for (const line of [to, subject])
    if (/\p{Cc}/u.test(line))
      throw new Error(`a control character in the head of a mail: ${JSON.stringify(line)}`)
  // Loaded when first needed: most calls need no mail.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    to,
    subject,
    date,
    text: draftText(body),
    // The text of whatever letters is proven as attachments are.
    encoding: 'base64',
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
