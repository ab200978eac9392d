import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import { paced } from '../../shared/pace.ts'
import { askHost } from './ask-host.ts'
import type { Dropped } from './dropped-files.ts'
import type { ReceiveOptions, Receiving } from './host.ts'
import { putFile, type PutFile } from './put-file.ts'

/** Three at a time, of the six connections that a browser opens to a host: calls need the others. */
const together = 3
const Claims = z.object({ claims: z.array(z.string()) })

/**
 * Sends files to the web host as one drop, and gives the claims of what stands at its top. A drop that fails or is
 * cancelled leaves nothing with the host.
 *
 * @throws Fault
 */
export async function upload(
  files: readonly Dropped[],
  { signal, onProgress }: ReceiveOptions = {},
  put: PutFile = putFile,
): Promise<readonly string[]> {
  const drop = `/host/drops/${crypto.randomUUID()}`
  try {
    await sendAll(files, drop, { signal, onProgress }, put)
    if (signal?.aborted) throw new Fault({ code: 'cancelled' })
    return (await askHost(drop, {}, Claims)).claims
  } catch (error) {
    // Best effort: what stays is swept when the host is started another day.
    await askHost(`${drop}/discard`, {}, z.unknown()).catch(() => undefined)
    throw error
  }
}

async function sendAll(
  files: readonly Dropped[],
  drop: string,
  {
    signal,
    onProgress,
  }: { signal?: AbortSignal | undefined; onProgress?: ((at: Receiving) => void) | undefined },
  put: PutFile,
): Promise<void> {
  const total = files.reduce((bytes, { file }) => bytes + file.size, 0)
  let bytes = 0
  const pace = paced((receiving: Receiving) => onProgress?.(receiving))
  // One that fails ends the others, as the clerk does.
  const ending = new AbortController()
  const end = () => ending.abort()
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  const waiting = files.values()

  const sendOne = async (dropped: Dropped) => {
    let sent = 0
    const tell = (now: number) => {
      bytes += now - sent
      sent = now
      pace.send({ bytes, total, item: dropped.path })
    }
    tell(0)
    const address = `${drop}/${encodeURIComponent(dropped.path.replaceAll(/\p{Cs}/gu, '\uFFFD'))}`
    await put(address, dropped, { signal: ending.signal, onBytes: tell })
    tell(dropped.file.size)
  }
  const sendWaiting = async () => {
    for (const dropped of waiting) {
      if (ending.signal.aborted) throw new Fault({ code: 'cancelled' })
      await sendOne(dropped)
    }
  }
  let failed: { readonly error: unknown } | undefined
  const line = () =>
    sendWaiting().catch((error: unknown) => {
      failed ??= { error }
      end()
    })
  try {
    await Promise.all(Array.from({ length: together }, line))
  } finally {
    pace.stop()
    signal?.removeEventListener('abort', end)
  }
  if (signal?.aborted) throw new Fault({ code: 'cancelled' })
  if (failed) throw failed.error
  if (total > 0) onProgress?.({ bytes: total, total, item: files.at(-1)?.path ?? '' })
}
