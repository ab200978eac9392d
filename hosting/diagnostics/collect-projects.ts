import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { jsonFault } from '../../shared/text/json-fault.ts'
import { type Bundle, tailOf } from './bundle.ts'
import { maskText } from './mask.ts'
import { redactDocument } from './redact-document.ts'

const mostFiles = 100
const mostBytes = 16 * 1024 * 1024
/** Of all of them together, as they are written here. */
const mostInAll = 32 * 1024 * 1024

/** Every project's document without media and without what was written in it; damaged ones by their size and place of damage. */
export async function collectProjects(dataDir: string, bundle: Bundle): Promise<void> {
  let room = mostInAll
  for (const folder of ['projects', path.join('projects', 'removed')])
    await bundle.attempt(`报送记录文件夹 ${folder}`, async () => {
      const names = (await namesIn(path.join(dataDir, folder))).filter((name) => name.includes('.json'))
      for (const [index, name] of names.toSorted().slice(0, mostFiles).entries())
        await bundle.attempt(`报送记录 ${folder}/${name}`, async () => {
          const content = await documentText(path.join(dataDir, folder, name))
          if (content.length > room) throw new Error('诊断包已经够大，没有放进来')
          room -= content.length
          bundle.add(`${folder.replaceAll('\\', '/')}/${nameInside(name, index)}`, content)
        })
      if (names.length > mostFiles) bundle.trouble(folder, `有 ${names.length} 份，只放了 ${mostFiles} 份`)
    })
}

/** A folder that was never made holds nothing, and that is no trouble. */
const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : Promise.reject(error),
  )

/** Two names may be the same when they are masked, and a star is none on Windows. */
function nameInside(name: string, index: number): string {
  const masked = maskText(name).replaceAll(/[\p{Cc}*\\/:?"<>|]/gu, '_')
  return masked === name ? name : `${index + 1}-${masked}`
}

async function documentText(file: string): Promise<string> {
  const { text, cut } = await tailOf(file, mostBytes)
  if (cut) throw new Error(`超过 ${mostBytes} 字节`)
  try {
    return JSON.stringify(redactDocument(JSON.parse(text)), null, 1)
  } catch {
    // The reader's own message quotes the text.
    return JSON.stringify({ damaged: true, bytes: Buffer.byteLength(text), at: jsonFault(text) }, null, 1)
  }
}
