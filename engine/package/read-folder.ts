import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { isIgnoredName } from '../sources/ignored-name.ts'
import { troubleOf } from './archive-trouble.ts'
import { type Contents, KeptWorkbooks, type OnRead, type ReadFile } from './contents.ts'
import { measure } from './measure.ts'

/**
 * Reads and hashes every file of an unpacked package. Links are not followed; what the system puts beside the
 * files of people (Thumbs.db, .DS_Store) is passed over.
 *
 * @throws the signal's reason; what the file system says of the folder itself
 */
export async function readFolder(root: string, signal: AbortSignal, onRead: OnRead): Promise<Contents> {
  const files = new Map<string, ReadFile>()
  const texts = new Map<string, string>()
  const workbooks = new KeptWorkbooks()
  const problems: VerifyProblem[] = []
  let before = 0
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    signal.throwIfAborted()
    const absolute = path.join(entry.parentPath, entry.name)
    const parts = path.relative(root, absolute).split(path.sep)
    if (entry.isDirectory() || parts.some(isIgnoredName)) continue
    // macOS writes accents apart.
    const name = parts.join('/').normalize('NFC')
    if (!entry.isFile()) {
      problems.push({ code: 'unsafe-name', item: name })
      continue
    }
    const measured = measure(name)
    try {
      for await (const data of createReadStream(absolute, { highWaterMark: 1024 * 1024, signal })) {
        measured.add(data as Buffer)
        onRead(name, before + measured.bytes)
      }
      const { text, workbook, ...file } = await measured.done()
      files.set(name, file)
      if (text !== undefined) texts.set(name, text)
      if (workbook) workbooks.keep(name, workbook)
    } catch (error) {
      signal.throwIfAborted()
      const { reason, detail } = troubleOf(error)
      problems.push({ code: 'content-unreadable', item: name, reason, actual: detail })
    }
    before += measured.bytes
  }
  return { files, texts, workbooks: workbooks.byPath, problems }
}
