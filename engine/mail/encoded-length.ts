/** Lines of base64 as mails have them: 76 letters for 57 bytes, then CRLF, which the last line lacks (RFC 2045, 6.8). */
const lineBytes = 57
/** Letters of a whole line with its CRLF. */
export const encodedLine = 78

/** How long so many bytes are as base64 in the lines of a mail. */
export const encodedLength = (bytes: number): number =>
  4 * Math.ceil(bytes / 3) + 2 * Math.max(0, Math.ceil(bytes / lineBytes) - 1)
