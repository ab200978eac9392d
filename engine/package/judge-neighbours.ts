import path from 'node:path'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
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

/** A zip, or a part that is a folder, which lies where it was found. */
export interface Stated {
  readonly path: string
  /** `unpacked` by somebody out of a zip; `disk` is a part that was written as a folder. */
  readonly kind: 'zip' | 'disk' | 'unpacked'
  /** Of a folder that of its `manifest-sha256.txt`; of a zip it is measured when it is needed. */
  readonly sha256?: string | undefined
}

/** What mail and checklist call it. */
const isZip = (fileName: string): boolean => /\.zip$/i.test(fileName)

/** What was signed of a part; one under another name is looked for by its content, for browsers rename what they fetch. */
function signedChecksum(
  signed: Paper['parts'],
  { kind, name, actual }: { readonly kind: Stated['kind']; readonly name: string; readonly actual: string },
): string | undefined {
  const named = signed.find(({ fileName }) => fileName === name)
  if (named || kind === 'unpacked') return named?.sha256
  const alike = signed.find(({ fileName }) => isZip(fileName) === (kind === 'zip'))
  return (signed.find(({ sha256 }) => sha256 === actual) ?? alike ?? signed[0])?.sha256
}

/**
 * What the mail's text and the checklist beside a part say of it, where they do: their checksums are its own. Of what somebody
 * has unpacked they say nothing, unless they name it.
 */
export async function neighbourProblems(
  part: Stated,
  beside: (folder: string) => Promise<Neighbours>,
  signal: AbortSignal,
): Promise<VerifyProblem[]> {
  const { mail, checklist } = await beside(path.dirname(part.path))
  const name = path.basename(part.path)
  const changed: VerifyProblem[] = checklist === 'changed' ? [{ code: 'checklist-changed' }] : []
  const signed = checklist === 'changed' ? [] : (checklist ?? [])
  const mailed = mail === undefined ? undefined : mailedChecksum(mail, name)
  if (mailed === undefined && signed.length === 0) return changed
  const actual = part.kind === 'zip' ? await hashFile(part.path, signal) : (part.sha256 ?? '')
  const stated = [
    { code: 'mail-checksum-differs', expected: mailed },
    {
      code: 'checklist-checksum-differs',
      expected: signedChecksum(signed, { kind: part.kind, name, actual }),
    },
  ] as const
  const differing = stated.flatMap(({ code, expected }) =>
    expected === undefined || expected === actual ? [] : [{ code, expected, actual }],
  )
  return [...changed, ...differing]
}

/** Whether something lies in a folder that speaks of one submission: all parts beside it should be of that one. */
export async function speaksOfOne(
  folder: string,
  beside: (folder: string) => Promise<Neighbours>,
): Promise<boolean> {
  const { mail, checklist } = await beside(folder)
  return mail !== undefined || checklist !== undefined
}
