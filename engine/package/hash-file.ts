import { startHasher } from './packing-threads.ts'
import { orAborted } from './waiting.ts'

/**
 * SHA-256 of a file as 64 hex digits, in a thread of its own, so that the caller can go on on another core.
 *
 * @throws what the file system says; the signal's reason
 */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  const thread = startHasher()
  try {
    const answer = await orAborted(thread.ask({ file: path }), signal)
    if ('sha256' in answer) return answer.sha256
    throw Object.assign(new Error(answer.message), { code: answer.reason, path })
  } finally {
    await thread.end()
  }
}
