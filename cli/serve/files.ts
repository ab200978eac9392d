import type { Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { OutgoingHttpHeaders } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { byteRange } from '../../hosting/byte-range.ts'
import { contentType } from '../../hosting/content-type.ts'
import { openRegular } from '../../hosting/open-regular.ts'
import { answerBare, baseHeaders } from './answers.ts'
import { attachment } from './attachment.ts'
import type { Exchange } from './route.ts'

/** Sends a regular file, or the part of it that is asked for; 404 for anything else. */
export async function answerFile(exchange: Exchange, file: string | undefined): Promise<void> {
  const handle = file === undefined ? undefined : await openRegular(file)
  if (file === undefined || handle === undefined) return answerBare(exchange.response, 404)
  try {
    await send(exchange, file, handle)
  } finally {
    await handle.close()
  }
}

async function send({ request, response, query }: Exchange, file: string, handle: FileHandle): Promise<void> {
  const stats = await handle.stat()
  if (!stats.isFile()) return answerBare(response, 404)
  const headers = headersOf(file, stats, query.get('download'))
  const condition = request.headers['if-range']
  const asked = condition === undefined || condition === headers['etag'] ? request.headers.range : undefined
  const range = byteRange(asked, stats.size)
  if (range === 'unsatisfiable')
    return answerBare(response, 416, { 'content-range': `bytes */${stats.size}` })
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  const length = end - start + 1
  const part = range && { 'content-range': `bytes ${start}-${end}/${stats.size}` }
  response.writeHead(range ? 206 : 200, { ...headers, ...part, 'content-length': length })
  if (request.method === 'HEAD' || length === 0) return void response.end()
  const content = handle.createReadStream({ start, end, autoClose: false, highWaterMark: 256 * 1024 })
  try {
    await pipeline(content, response, { end: false })
  } catch (error) {
    // A reader that hangs up, as players do at every seek, is no failure.
    if (response.destroyed) return
    throw error
  }
  // A file that has grown shorter meanwhile must not look whole.
  if (content.bytesRead === length) response.end()
  else response.destroy()
}

function headersOf(file: string, stats: Stats, download: string | null): OutgoingHttpHeaders {
  const name = download ?? path.basename(file)
  const { type, shown } = contentType(path.basename(file))
  return {
    ...baseHeaders,
    'content-type': type,
    'accept-ranges': 'bytes',
    etag: `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}"`,
    ...((download !== null || !shown) && { 'content-disposition': attachment(name) }),
    // What others have written never runs as a page of ours.
    ...(!shown && { 'content-security-policy': "sandbox; default-src 'none'" }),
  }
}
