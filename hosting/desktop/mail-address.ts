import type { MailDraft } from '../../shared/desktop-bridge.ts'

/** Electron opens no longer address on Windows (2,081 characters), and mail programs there have been seen to cut earlier. */
const longest = 2000

/**
 * A mail as a `mailto:` address (RFC 6068): UTF-8 in percent signs, lines ended by CRLF, everything encoded that could be
 * taken for a part of the address. A Chinese character takes nine: a body that makes it too long is left out whole, for a
 * mail that breaks off in the middle is worse than none.
 *
 * @returns `whole` false where the body was left out
 */
export function mailAddress({ to, subject, body }: MailDraft): {
  readonly address: string
  readonly whole: boolean
} {
  const start = `mailto:${to.split('@').map(encoded).join('@')}?subject=${encoded(subject)}`
  if (body === '') return { address: start, whole: true }
  const address = `${start}&body=${encoded(body.replaceAll(/\r\n|\r|\n/g, '\r\n'))}`
  return address.length <= longest ? { address, whole: true } : { address: start, whole: false }
}

/** `encodeURIComponent` leaves signs that command lines read (`'`, `(`, `!`), and throws at half a character. */
const encoded = (text: string): string =>
  encodeURIComponent(Buffer.from(text).toString()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
