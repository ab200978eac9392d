import { z } from 'zod'
import type { CopyProblem } from './copy-problem.ts'
import type { ProjectDocument } from './document.ts'
import { readProject } from './read-project.ts'
import { withoutPlaces } from './without-places.ts'

/** What a project file's name ends with, without its dot. */
export const copyExtension = 'kepuri'
/** A project of ten thousand files is about 8 MB; whatever is larger than this, in bytes, is none of ours. */
export const largestCopy = 64 * 1024 * 1024

const mark = 'project-copy'
const newest = 1

/** The first line of a project file. */
const CopyHead = z.object({
  kepuri: z.literal(mark),
  version: z.literal(newest),
  /** What wrote it. */
  program: z.string(),
  /** ISO 8601 in UTC. */
  savedAt: z.iso.datetime(),
  /** Bytes behind the first line: the project document, in its own format. */
  bytes: z.number().int().nonnegative(),
  /** Of those bytes: it tells a damaged file, and is no seal. */
  sha256: z.string(),
})
type CopyHead = z.infer<typeof CopyHead>
const AnyHead = z.looseObject({ kepuri: z.literal(mark), version: z.number().int().positive() })

/** So many bytes the first line may have. */
const longestHead = 4096
const lineEnd = 0x0a

export type ReadCopy =
  | { readonly ok: true; readonly document: ProjectDocument }
  | { readonly ok: false; readonly problem: CopyProblem }

/** The project document as it is handed on: as text, and what has to be known of it to write the first line. */
export const copyBody = (document: ProjectDocument): string => JSON.stringify(withoutPlaces(document))

/** The first line, with its end. */
export const copyHead = (head: Pick<CopyHead, 'program' | 'savedAt' | 'bytes' | 'sha256'>): string =>
  `${JSON.stringify({ kepuri: mark, version: newest, ...head } satisfies CopyHead)}\n`

/**
 * Reads a project file of this or an earlier version. Whatever places it names are gone from what it gives.
 *
 * @param digest the SHA-256 of bytes, in hexadecimal digits
 */
export function readCopy(content: Uint8Array, digest: (bytes: Uint8Array) => string): ReadCopy {
  const bad = (problem: CopyProblem): ReadCopy => ({ ok: false, problem })
  if (content.length > largestCopy) return bad('too-large')
  if (isArchive(content)) return bad('archive')
  const end = content.subarray(0, longestHead).indexOf(lineEnd)
  const first = parsed(content.subarray(0, end === -1 ? longestHead : end))
  const any = AnyHead.safeParse(first)
  if (!any.success) return bad(isCutHead(content, end) ? 'damaged' : 'other')
  if (any.data.version > newest) return bad('too-new')
  const head = CopyHead.safeParse(first)
  const body = content.subarray(end + 1)
  if (!head.success || end === -1) return bad('damaged')
  if (body.length !== head.data.bytes || digest(body) !== head.data.sha256) return bad('damaged')
  const read = readProject(text(body))
  if (!read.ok) return read
  return areMoments(read.document)
    ? { ok: true, document: withoutPlaces(read.document) }
    : { ok: false, problem: 'damaged' }
}

/** Local file header, or the end of an empty archive. */
const isArchive = (content: Uint8Array): boolean =>
  content[0] === 0x50 && content[1] === 0x4b && [0x03, 0x05].includes(content[2] ?? 0)

/** A file of ours that ends in its first line, or has lost the end of it. */
const isCutHead = (content: Uint8Array, end: number): boolean =>
  end === -1 && text(content.subarray(0, 64)).startsWith(`{"kepuri":"${mark}"`)

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes))
  } catch {
    return undefined
  }
}

/** ISO 8601 with a year of four digits; a later one could not be shown in local time. */
const isMoment = (at: string): boolean => /^\d{4}-\d\d-\d\dT/.test(at) && !Number.isNaN(Date.parse(at))

/** Whether all that are shown as times are: nobody could look at the project otherwise. */
function areMoments({ createdAt, changedAt, tasks }: ProjectDocument): boolean {
  const all = Object.values(tasks).flatMap(({ packages, imports = [] }) => [
    ...packages.flatMap(({ packedAt, sent }) => [packedAt, ...Object.values(sent)]),
    ...imports.map(({ at }) => at),
  ])
  return [createdAt, changedAt, ...all].every(isMoment)
}
