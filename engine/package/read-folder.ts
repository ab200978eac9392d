import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { ArchiveTrouble, troubleOf } from './archive-trouble.ts'
import { type Contents, KeptWorkbooks, type OnRead, type ReadFile } from './contents.ts'
import { measure, type MeasuredFile } from './measure.ts'
import { type FolderEntries, type FolderEntry, walkFolder } from './walk-folder.ts'

const chunk = 1024 * 1024

/**
 * Reads and hashes every file of an unpacked package, or of a part that is a folder. Whatever is wrong with it is a problem
 * and never an exception; a folder that holds more than any package has that problem alone.
 *
 * @throws the signal's reason; what the file system says of the folder itself
 */
export async function readFolder(root: string, signal: AbortSignal, onRead: OnRead): Promise<Contents> {
  const files = new Map<string, ReadFile>()
  const texts = new Map<string, string>()
  const workbooks = new KeptWorkbooks()
  const entries = await walkFolder(root, signal).catch((error: unknown): FolderEntries => {
    if (!(error instanceof ArchiveTrouble)) throw error
    const problem = { code: 'archive-broken', reason: error.reason, actual: error.message } as const
    return { files: [], problems: [problem] }
  })
  const problems = [...entries.problems]
  const buffer = Buffer.allocUnsafe(chunk)
  let before = 0
  for (const entry of entries.files) {
    const { name } = entry
    const read = await readFile(entry, buffer, signal, (bytes) => onRead(name, before + bytes))
    if ('code' in read) problems.push(read)
    else {
      const { text, workbook, ...file } = read
      files.set(name, file)
      before += file.bytes
      if (text !== undefined) texts.set(name, text)
      if (workbook) workbooks.keep(name, workbook)
    }
  }
  return { files, texts, workbooks: workbooks.byPath, problems }
}

/** What was no link and no pipe a moment ago may be one now: nobody follows it, and nobody waits. Windows knows neither flag. */
const asItLies = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function readFile(
  { absolute, name }: FolderEntry,
  buffer: Buffer,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<MeasuredFile | VerifyProblem> {
  signal.throwIfAborted()
  const measured = measure(name)
  try {
    const handle = await open(absolute, asItLies)
    try {
      if (!(await handle.stat()).isFile()) return { code: 'unsafe-name', item: name }
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, chunk, null)
        signal.throwIfAborted()
        if (bytesRead === 0) break
        measured.add(buffer.subarray(0, bytesRead))
        onBytes(measured.bytes)
      }
    } finally {
      await handle.close()
    }
    return await measured.done()
  } catch (error) {
    signal.throwIfAborted()
    const { reason, detail } = troubleOf(error)
    return { code: 'content-unreadable', item: name, reason, actual: detail }
  }
}
