import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { paperNames } from '../../shared/paper/paper.ts'
import { readPaper } from '../../shared/paper/paper-html.ts'
import { hashFile } from './hash-file.ts'
import { mailName, mailedChecksum } from './mail-text.ts'

/** Of ten thousand files; what is larger was not written here. */
const largest = 16 * 1024 * 1024

/** What the mail's text and the checklist beside a zip say of it, where they do: their checksums are the zip's own. */
export async function neighbourProblems(zip: string, signal: AbortSignal): Promise<VerifyProblem[]> {
  const [mail, page] = await Promise.all([beside(zip, mailName), beside(zip, `${paperNames.checklist}.html`)])
  const name = path.basename(zip)
  const stated = [
    { code: 'mail-checksum-differs', expected: mail === undefined ? undefined : mailedChecksum(mail, name) },
    {
      code: 'checklist-checksum-differs',
      expected: page === undefined ? undefined : signedChecksum(page, name),
    },
  ] as const
  if (stated.every(({ expected }) => expected === undefined)) return []
  const actual = await hashFile(zip, signal)
  return stated.flatMap(({ code, expected }) =>
    expected === undefined || expected === actual ? [] : [{ code, expected, actual }],
  )
}

const signedChecksum = (page: string, name: string): string | undefined =>
  readPaper(page)?.parts.find(({ fileName }) => fileName === name)?.sha256

/** A text beside a zip; undefined where there is none, or what bears its name cannot be it. */
async function beside(zip: string, name: string): Promise<string | undefined> {
  const place = path.join(path.dirname(zip), name)
  try {
    const stats = await stat(place)
    return stats.isFile() && stats.size <= largest ? await readFile(place, 'utf8') : undefined
  } catch {
    return undefined
  }
}
