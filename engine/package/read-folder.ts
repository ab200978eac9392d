import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { systemReason } from '../store/system-reason.ts'
import { type Contents, isText, type OnRead } from './contents.ts'

/** Reads and hashes every file of an unpacked package. Links are not followed. */
export async function readFolder(root: string, signal: AbortSignal, onRead: OnRead): Promise<Contents> {
  const files = new Map<string, { sha256: string; bytes: number }>()
  const texts = new Map<string, string>()
  const problems: VerifyProblem[] = []
  let before = 0
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    signal.throwIfAborted()
    const absolute = path.join(entry.parentPath, entry.name)
    const name = path.relative(root, absolute).replaceAll(path.sep, '/')
    if (entry.isDirectory()) continue
    if (!entry.isFile()) {
      problems.push({ code: 'unsafe-name', item: name })
      continue
    }
    const hash = createHash('sha256')
    const kept: Buffer[] = []
    let bytes = 0
    try {
      for await (const data of createReadStream(absolute, { highWaterMark: 1024 * 1024, signal })) {
        const part = data as Buffer
        hash.update(part)
        bytes += part.length
        if (isText(name, bytes)) kept.push(part)
        onRead(name, before + bytes)
      }
    } catch (error) {
      signal.throwIfAborted()
      problems.push({ code: 'content-unreadable', item: name, actual: systemReason(error) })
      continue
    }
    before += bytes
    files.set(name, { sha256: hash.digest('hex'), bytes })
    if (isText(name, bytes)) texts.set(name, Buffer.concat(kept).toString('utf8'))
  }
  return { files, texts, problems }
}
