import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { byteRange } from '../byte-range.ts'
import { contentType } from '../content-type.ts'
import { openRegular } from '../open-regular.ts'
import type { Asked } from './scheme.ts'

/** Answers with a file's content or the part of it that is asked for, as a stream: videos are large. */
export async function answerContent(
  file: string,
  request: Asked,
  base: Readonly<Record<string, string>>,
): Promise<Response> {
  const handle = await openRegular(file)
  if (!handle) return new Response(null, { status: 404, headers: base })
  const { size } = await handle.stat()
  const { type, shown } = contentType(file)
  const range = byteRange(request.headers.get('range'), size)
  const headers = {
    ...base,
    'accept-ranges': 'bytes',
    'content-type': shown ? type : 'application/octet-stream',
  }
  if (range === 'unsatisfiable') {
    await handle.close()
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const status = range ? 206 : 200
  const place = range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}
  const told = { status, headers: { ...headers, ...place, 'content-length': String(end - start + 1) } }
  if (request.method === 'HEAD' || size === 0) {
    await handle.close()
    return new Response(null, told)
  }
  // The handle is closed with the stream, also when the window hangs up.
  const stream = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream<Uint8Array>
  return new Response(stream, told)
}
