import { createHash } from 'node:crypto'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { WrittenPart } from '../../shared/packing/mail.ts'
import { openRegular } from '../store/open-regular.ts'
import { patiently } from '../store/patiently.ts'
import { systemReason } from '../store/system-reason.ts'

const chunk = 256 * 1024

/**
 * The bytes of an archive that a mail is to carry, as long as they are those that were packed.
 *
 * @param onRead told the bytes of each chunk before it is given
 * @throws Fault `attachment-unusable`; the signal's reason
 */
export async function* attachmentContent(
  { path: file, bytes, sha256 }: Pick<WrittenPart, 'path' | 'bytes' | 'sha256'>,
  signal: AbortSignal,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const unusable = (trouble: 'missing' | 'changed', cause?: unknown) =>
    new Fault({ code: 'attachment-unusable', path: path.basename(file), trouble }, { cause })
  const told = (cause: unknown) =>
    unusable(['ENOENT', 'ENOTDIR'].includes(systemReason(cause)) ? 'missing' : 'changed', cause)

  const handle = await patiently(() => openRegular(file)).catch((cause: unknown) =>
    Promise.reject(told(cause)),
  )
  try {
    const { size } = await handle.stat()
    if (size !== bytes) throw unusable('changed')
    const hash = createHash('sha256')
    for (let done = 0; done < bytes;) {
      signal.throwIfAborted()
      // Fresh ones: who encodes them may still be at the one before.
      const buffer = Buffer.allocUnsafe(Math.min(chunk, bytes - done))
      const { bytesRead } = await handle
        .read(buffer, 0, buffer.length, done)
        .catch((cause: unknown) => Promise.reject(told(cause)))
      if (bytesRead === 0) throw unusable('changed')
      const data = buffer.subarray(0, bytesRead)
      hash.update(data)
      done += bytesRead
      onRead(bytesRead)
      // The last one only when all of them are right: whoever gets it may take the file for whole.
      if (done === bytes && hash.digest('hex') !== sha256) throw unusable('changed')
      yield data
    }
  } finally {
    await handle.close()
  }
}
