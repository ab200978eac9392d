import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a mail program makes of a draft. */
export interface ReadDraft {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[]
  readonly raw: string
}

/** Reads a draft by the letter of RFC 5322, 2045, 2047 and 2231, with no part of what wrote it. */
export function readDraft(file: string): ReadDraft {
  const raw = readFileSync(file, 'latin1')
  const root = entityOf(raw)
  const boundary = /boundary="([^"]+)"/.exec(root.headers.get('content-type') ?? '')?.[1]
  const parts = boundary === undefined ? [root] : partsOf(root.content, boundary).map(entityOf)
  const [text, ...attached] = parts
  return {
    raw,
    headers: root.headers,
    body: text ? contentOf(text).toString('utf8') : '',
    attachments: attached.map((part) => ({
      name: nameOf(part),
      type: /^[^;]+/.exec(part.headers.get('content-type') ?? '')?.[0] ?? '',
      content: contentOf(part),
    })),
  }
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>
  readonly content: string
}

function entityOf(text: string): Entity {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const lines = head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')
  const pairs = lines.map((line): [string, string] => {
    const at = line.indexOf(':')
    return [line.slice(0, at).toLowerCase(), decodedWords(line.slice(at + 1).trim())]
  })
  return { headers: new Map(pairs), content: rest.join('\r\n\r\n') }
}

function partsOf(content: string, boundary: string): string[] {
  const [whole = '', after] = `\r\n${content}`.split(`\r\n--${boundary}--\r\n`)
  if (after !== '') throw new Error('no end')
  return whole.split(`\r\n--${boundary}\r\n`).slice(1)
}

const contentOf = ({ headers, content }: Entity): Buffer =>
  headers.get('content-transfer-encoding') === 'base64'
    ? Buffer.from(content, 'base64')
    : Buffer.from(content, 'latin1')

/** Words in base64 (RFC 2047); white space between two of them is none. */
const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) =>
      Buffer.from(word, 'base64').toString('utf8'),
    )

/** The name by RFC 2231, which must be the one that older programs read as well. */
function nameOf({ headers }: Entity): string {
  const disposition = headers.get('content-disposition') ?? ''
  const pieces = [...disposition.matchAll(/filename\*\d+\*=([^;]+)/g)].map(([, piece = '']) => piece)
  const plain = quotedOr('filename', disposition)
  const name = pieces.length > 0 ? decodeURIComponent(pieces.join('').replace(/^utf-8''/, '')) : plain
  const older = quotedOr('name', headers.get('content-type') ?? '')
  if (name === undefined || name !== older) throw new Error(`two names: ${name} and ${older}`)
  return name
}

function quotedOr(parameter: string, header: string): string | undefined {
  const match = new RegExp(`${parameter}=(?:"([^"]*)"|([^;]+))`).exec(header)
  return match?.[1] ?? match?.[2]
}

const hasPython = (): boolean => {
  try {
    execFileSync('python3', ['-c', 'import email.policy'])
    return true
  } catch {
    return false
  }
}
export const pythonThere = hasPython()

const script = `
import email, email.policy, hashlib, json, sys
message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
files = [(one.get_filename(), one.get_content_type(), hashlib.sha256(one.get_payload(decode=True)).hexdigest())
  for one in message.iter_attachments()]
print(json.dumps({'to': message['to'], 'subject': message['subject'], 'unsent': message['x-unsent'],
  'body': message.get_body(('plain',)).get_content(), 'files': files,
  'defects': [repr(one) for part in message.walk() for one in part.defects]}))
`
/** What Python's own mail package reads in a draft. */
export const readByPython = (file: string): unknown =>
  JSON.parse(execFileSync('python3', ['-X', 'utf8', '-c', script, file], { encoding: 'utf8' }))
