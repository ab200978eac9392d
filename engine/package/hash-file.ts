import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * SHA-256 of a file as 64 hex digits, in a thread of its own, so that the caller can go on on another core.
 *
 * @throws what the file system says; the signal's reason
 */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  // The sources run as .ts in development and as .js when built.
  const worker = new Worker(new URL(`./hash-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: path,
  })
  try {
    const [hash] = (await once(worker, 'message', { signal })) as [string]
    return hash
  } finally {
    await worker.terminate()
  }
}
