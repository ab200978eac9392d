import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { WrittenPart } from '../../shared/packing/mail.ts'
import { readFully } from '../store/read-fully.ts'

/** Lines of base64 as the composer writes them: 76 letters for 57 bytes, then CRLF, which the last line lacks. */
const letters = 76
const lineBytes = 57
const line = letters + 2
/** Whole lines, so that each chunk can be decoded alone. */
const chunk = 4000 * line

/**
 * Reads a draft again and compares what its attachments hold with what was packed: by size and SHA-256, decoded.
 *
 * @param onRead told the decoded bytes of each chunk
 * @throws Fault `package-broken`; the signal's reason, what the file system says
 */
export async function proveDraft(
  draft: string,
  parts: readonly Pick<WrittenPart, 'path' | 'bytes' | 'sha256'>[],
  { signal, onRead }: { readonly signal: AbortSignal; readonly onRead: (bytes: number) => void },
): Promise<void> {
  const handle = await open(draft)
  try {
    const head = (await readFully(handle, Buffer.allocUnsafe(64 * 1024), 0)).toString('latin1')
    const boundary = /boundary="([^"]+)"/.exec(head)?.[1]
    // Behind the text comes the first attachment.
    let at = (await find(handle, `\r\n--${boundary}\r\n`, 0)).end
    for (const { path: file, bytes, sha256 } of parts) {
      const broken = (problem: string) =>
        new Fault({ code: 'package-broken', path: path.basename(draft), problems: [problem] })
      const name = path.basename(file)
      at = (await find(handle, `\r\n--${boundary}\r\n`, at)).end
      const start = (await find(handle, '\r\n\r\n', at)).end
      const end = start + encodedLength(bytes)
      if ((await contentHash(handle, { start, end }, signal, onRead)) !== sha256)
        throw broken(`differs: ${name}`)
      at = end
      const after = (await readFully(handle, Buffer.allocUnsafe(4 + (boundary?.length ?? 0)), at)).toString(
        'latin1',
      )
      if (after !== `\r\n--${boundary}`) throw broken(`length: ${name}`)
    }
  } finally {
    await handle.close()
  }
}

/** How long so many bytes are as base64 in lines. */
const encodedLength = (bytes: number): number =>
  4 * Math.ceil(bytes / 3) + 2 * Math.max(0, Math.ceil(bytes / lineBytes) - 1)

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

/** Where a mark stands next; at the end of the file where it does not. */
async function find(handle: FileHandle, mark: string, from: number): Promise<{ readonly end: number }> {
  const { size } = await handle.stat()
  for (let at = from; at < size; at += chunk) {
    const found = (await readFully(handle, Buffer.allocUnsafe(chunk + mark.length), at)).indexOf(
      mark,
      0,
      'latin1',
    )
    if (found >= 0) return { end: at + found + mark.length }
  }
  return { end: size }
}
