import type { Content } from './read-content.ts'

/** A mail as it stands in a draft. */
export interface Draft {
  /** Head lines of the mail and of each part, unfolded, without what is drawn anew each time (RFC 5322, RFC 2046). */
  readonly heads: readonly string[]
  /** Texts and attachments, decoded, in their order. */
  readonly parts: readonly Content[]
}

/** Dates, ids and boundaries are drawn anew for each draft. */
const drawn = /^(Date|Message-ID):|boundary=/i

/** Reads a draft of ours: parts within parts, each in base64 or as it stands. */
export function draftOf({ bytes, modified }: Content): Draft {
  const heads: string[] = []
  const parts: Content[] = []
  walk(bytes.toString('latin1'))
  return { heads, parts }

  function walk(text: string): void {
    const end = /\r?\n\r?\n/.exec(text)
    if (!end) throw new Error('a part without an end of its head')
    const head = text.slice(0, end.index).replaceAll(/\r?\n[ \t]+/g, ' ')
    const body = text.slice(end.index + end[0].length)
    heads.push(...head.split(/\r?\n/).filter((line) => !drawn.test(line)))
    const boundary = /boundary="?([^";]+)"?/i.exec(head)?.[1]
    if (boundary !== undefined) {
      const inner = body.split(`--${boundary}`).slice(1, -1)
      for (const part of inner) walk(part.replace(/^\r?\n/, ''))
      return
    }
    const isBase64 = /^Content-Transfer-Encoding: *base64/im.test(head)
    const name = /name="?([^";]+)"?/i.exec(head)?.[1] ?? 'text.txt'
    const content = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(body, 'latin1')
    const isArchive = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))
    parts.push({ name: isArchive ? `${parts.length}.zip` : name, bytes: content, modified })
  }
}
