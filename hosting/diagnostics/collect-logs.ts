import path from 'node:path'
import { systemReason } from '../../engine/store/system-reason.ts'
import { type Bundle, tailOf } from './bundle.ts'
import { maskLines } from './mask-json.ts'

/** More than the log keeps in a file; a damaged one may be any size. */
const most = 3 * 1024 * 1024

/** The program's log and the one before it, their last parts. */
export async function collectLogs(dataDir: string, bundle: Bundle): Promise<void> {
  for (const name of ['kepuri.log', 'kepuri.log.1'])
    await bundle.attempt(`日志 ${name}`, async () => {
      const found = await tailOf(path.join(dataDir, 'logs', name), most).catch((error: unknown) => {
        // A program that has run little has none.
        if (systemReason(error) === 'ENOENT') return undefined
        throw error
      })
      if (!found) return
      bundle.add(`logs/${name}`, maskLines(found.text))
      if (found.cut) bundle.trouble(`日志 ${name}`, `只放了最后 ${most} 字节`)
    })
}
