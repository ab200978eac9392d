import path from 'node:path'
import type { VerifyProblem } from '../../shared/contract/packages.ts'
import { type Paper, paperNames } from '../../shared/paper/paper.ts'
import { readPaperParts } from '../../shared/paper/paper-html.ts'
import { hashFile } from './hash-file.ts'
import { mailName, mailedChecksum } from './mail-text.ts'
import { readNeighbour } from './read-neighbour.ts'

/** What lies beside archives and speaks of them. */
export interface Neighbours {
  readonly mail: string | undefined
  /** `changed` where it is not as it was written: what is printed on it may say anything. */
  readonly checklist: Paper['parts'] | 'changed' | undefined
}

/** Reads what lies in a folder, once, however many archives lie there. */
export function neighboursOf(): (folder: string) => Promise<Neighbours> {
  const known = new Map<string, Promise<Neighbours>>()
  return (folder) => {
    const reading = known.get(folder) ?? readNeighbours(folder)
    known.set(folder, reading)
    return reading
  }
}

async function readNeighbours(folder: string): Promise<Neighbours> {
  const [mail, page] = await Promise.all(
    [mailName, `${paperNames.checklist}.html`].map((name) => readNeighbour(path.join(folder, name))),
  )
  return {
    mail: mail && 'text' in mail ? mail.text : undefined,
    checklist:
      page && 'text' in page ? partsOf(page.text) : page?.trouble === 'changed' ? 'changed' : undefined,
  }
}

function partsOf(page: string): Paper['parts'] | 'changed' {
  const paper = readPaperParts(page)
  return paper?.kind === 'checklist' ? paper.parts : 'changed'
}

/** What was signed of a zip; one under another name is looked for by its content, for browsers rename what they fetch. */
const signedChecksum = (signed: Paper['parts'], name: string, actual: string): string | undefined =>
  (
    signed.find(({ fileName }) => fileName === name) ??
    signed.find(({ sha256 }) => sha256 === actual) ??
    signed[0]
  )?.sha256

/** What the mail's text and the checklist beside a zip say of it, where they do: their checksums are the zip's own. */
export async function neighbourProblems(
  zip: string,
  beside: (folder: string) => Promise<Neighbours>,
  signal: AbortSignal,
): Promise<VerifyProblem[]> {
  const { mail, checklist } = await beside(path.dirname(zip))
  const name = path.basename(zip)
  const changed: VerifyProblem[] = checklist === 'changed' ? [{ code: 'checklist-changed' }] : []
  const signed = checklist === 'changed' ? [] : checklist
  const mailed = mail === undefined ? undefined : mailedChecksum(mail, name)
  if (mailed === undefined && (signed ?? []).length === 0) return changed
  const actual = await hashFile(zip, signal)
  const stated = [
    { code: 'mail-checksum-differs', expected: mailed },
    { code: 'checklist-checksum-differs', expected: signedChecksum(signed ?? [], name, actual) },
  ] as const
  const differing = stated.flatMap(({ code, expected }) =>
    expected === undefined || expected === actual ? [] : [{ code, expected, actual }],
  )
  return [...changed, ...differing]
}
