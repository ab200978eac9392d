import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import type { PackResult } from '../../shared/packing/pack-result.ts'
import { type Paper, type PaperKind, paperNames } from '../../shared/paper/paper.ts'
import { readPaper } from '../../shared/paper/paper-html.ts'
import { readNeighbour } from './read-neighbour.ts'

/** Whether a file of a package is one of its papers, as a page or as a PDF. */
export const isPaper = (file: string): boolean =>
  Object.values(paperNames).some((stem) =>
    ['.html', '.pdf'].some((end) => path.basename(file) === stem + end),
  )

/**
 * A paper of a package as it was written, out of the page beside the archives.
 *
 * @throws Fault `paper-unusable`
 */
export async function paperOf(result: PackResult, kind: PaperKind): Promise<Paper> {
  const name = `${paperNames[kind]}.html`
  const file = result.documents.find((document) => path.basename(document) === name)
  const unusable = (trouble: 'missing' | 'changed', cause?: unknown) =>
    new Fault({ code: 'paper-unusable', path: name, trouble }, { cause })
  if (file === undefined) throw unusable('missing')
  const found = await readNeighbour(file)
  if ('trouble' in found) throw unusable(found.trouble, found.cause)
  const paper = readPaper(found.text)
  if (paper?.kind !== kind || !speaksOf(paper, result)) throw unusable('changed')
  return paper
}

/** A package's paper speaks of all its archives and of no other: not of another package's, that was copied over it. */
function speaksOf({ parts }: Paper, { packages }: PackResult): boolean {
  const own = new Set(packages.map(({ sha256 }) => sha256))
  const said = new Set(parts.map(({ sha256 }) => sha256))
  return own.size === said.size && [...own].every((one) => said.has(one))
}
