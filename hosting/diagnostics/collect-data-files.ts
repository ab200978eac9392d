import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Bundle, reasonOf } from './bundle.ts'
import { maskText } from './mask.ts'

const mostLines = 20_000

/** Every file of the data folder with its size and time of change. Links are named and not followed. */
export async function collectDataFiles(dataDir: string, bundle: Bundle): Promise<void> {
  const lines: string[] = []
  let files = 0
  let bytes = 0
  const walk = async (folder: string): Promise<void> => {
    const place = path.join(dataDir, folder)
    const entries = await readdir(place, { withFileTypes: true }).catch((error: unknown) => {
      bundle.trouble(`数据文件夹 ${maskText(folder) || '.'}`, reasonOf(error))
      return []
    })
    for (const entry of entries) {
      if (lines.length >= mostLines) return
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        await walk(relative)
        continue
      }
      const stats = await lstat(path.join(place, entry.name)).catch(() => undefined)
      const size = stats?.size ?? 0
      files += 1
      bytes += size
      const kind = entry.isFile() ? '' : '\t（不是普通文件）'
      lines.push(`${size}\t${stats?.mtime.toISOString() ?? '?'}\t${maskText(relative)}${kind}`)
    }
  }
  await walk('')
  if (lines.length >= mostLines) bundle.trouble('数据文件清单', `只列了 ${mostLines} 个文件`)
  bundle.add('data-files.txt', `${files} files, ${bytes} bytes\n${lines.join('\n')}\n`)
}
