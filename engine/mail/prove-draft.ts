import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { Mail, WrittenPart } from '../../shared/packing/mail.ts'
import { openRegular } from '../store/open-regular.ts'
import { patiently } from '../store/patiently.ts'
import { readFully } from '../store/read-fully.ts'
import { draftHeaders } from './draft-headers.ts'
import { draftText } from './draft-message.ts'
import { encodedLength, encodedLine } from './encoded-length.ts'

/** Whole lines, so that each chunk can be decoded alone. */
const chunk = 4000 * encodedLine
/** Recipient, subject and names take some hundreds of bytes. */
const longestHead = 64 * 1024

/** What a draft must say and hold. */
export interface ProvenDraft {
  readonly mail: Pick<Mail, 'to' | 'subject' | 'body'>
  readonly parts: readonly Pick<WrittenPart, 'path' | 'bytes' | 'sha256'>[]
}

interface ProofOptions {
  readonly signal: AbortSignal
  /** Told the decoded bytes of each chunk of an attachment. */
  readonly onRead: (bytes: number) => void
}

/**
 * Reads a draft again: to whom it goes, about what, its text, and what its attachments hold, by size and SHA-256, decoded. It
 * must end with them.
 *
 * @throws Fault `package-broken`; the signal's reason, what the file system says
 */
export async function proveDraft(
  draft: string,
  { mail, parts }: ProvenDraft,
  { signal, onRead }: ProofOptions,
): Promise<void> {
  const broken = (problem: string) =>
    new Fault({ code: 'package-broken', path: path.basename(draft), problems: [problem] })
  const handle = await patiently(() => openRegular(draft))
  try {
    const head = await headAt(handle, 0)
    if (head.headers.get('to') !== mail.to) throw broken('differs: to')
    if (head.headers.get('subject') !== mail.subject) throw broken('differs: subject')
    const boundary = /boundary="([^"]+)"/.exec(head.headers.get('content-type') ?? '')?.[1]
    const between = `\r\n--${boundary}\r\n`
    const text = Buffer.from(draftText(mail.body))
    const contents = [
      { name: 'text', bytes: text.length, sha256: sha256Of(text), onBytes: () => undefined },
      ...parts.map((part) => ({ ...part, name: path.basename(part.path), onBytes: onRead })),
    ]
    // A mail that carries nothing is its text, without parts.
    let at = boundary === undefined ? 0 : head.end - 2
    for (const [index, { name, bytes, sha256, onBytes }] of contents.entries()) {
      if (boundary !== undefined) {
        if ((await textAt(handle, at, between.length)) !== between) throw broken(`begin: ${name}`)
        at += between.length
      } else if (index > 0) throw broken(`missing: ${name}`)
      const { headers, end: start } = await headAt(handle, at)
      if (headers.get('content-transfer-encoding') !== 'base64') throw broken(`encoding: ${name}`)
      at = start + encodedLength(bytes)
      if ((await contentHash(handle, { start, end: at }, signal, onBytes)) !== sha256)
        throw broken(`differs: ${name}`)
    }
    const last = boundary === undefined ? '\r\n' : `\r\n--${boundary}--\r\n`
    if ((await textAt(handle, at, last.length + 1)) !== last) throw broken('end')
  } finally {
    await handle.close()
  }
}

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

async function textAt(handle: FileHandle, at: number, bytes: number): Promise<string> {
  return (await readFully(handle, Buffer.allocUnsafe(bytes), at)).toString('latin1')
}

/** The headers that begin there, and where the content behind them does; without an end they have no names. */
async function headAt(
  handle: FileHandle,
  at: number,
): Promise<{ readonly headers: ReadonlyMap<string, string>; readonly end: number }> {
  const text = await textAt(handle, at, longestHead)
  const end = text.indexOf('\r\n\r\n')
  return end < 0
    ? { headers: new Map(), end: at }
    : { headers: draftHeaders(text.slice(0, end)), end: at + end + 4 }
}

/** SHA-256 of what a stretch of base64 stands for. */
async function contentHash(
  handle: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
  signal: AbortSignal,
  onRead: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256')
  for (let at = start; at < end; at += chunk) {
    signal.throwIfAborted()
    const encoded = await readFully(handle, Buffer.allocUnsafe(Math.min(chunk, end - at)), at)
    const content = Buffer.from(encoded.toString('latin1'), 'base64')
    hash.update(content)
    onRead(content.length)
  }
  return hash.digest('hex')
}
