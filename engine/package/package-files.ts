import { createHash } from 'node:crypto'
import { contentMark } from '../../shared/packing/content-mark.ts'
import { countsOf } from '../../shared/packing/counts.ts'
import {
  checksumLine,
  checksumsName,
  type ListPlace,
  Manifest,
  manifestName,
} from '../../shared/packing/manifest.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import { shortMark } from '../../shared/text/short-mark.ts'
import { documentFiles, listDocumentFile, type MadeFile, type PartContext } from './part-documents.ts'

/** The files of a part that we write ourselves. */
export interface PartFiles {
  readonly files: readonly MadeFile[]
  /** The list itself, where the task is one; it is among the files too. */
  readonly list: Buffer | undefined
}

/** The documents, the manifest and the checksums of a part; checksums cover everything but themselves. */
export async function partFiles(
  part: PlannedPart,
  plan: Pick<PackagePlan, 'parts'>,
  context: PartContext,
): Promise<PartFiles> {
  const list = await listDocumentFile(context)
  const documents = await documentFiles(part, plan, context, list)
  const manifest: MadeFile = {
    name: manifestName,
    content: Buffer.from(
      `${JSON.stringify(manifestOf(part, plan, context, documents, list?.place), null, 2)}\n`,
    ),
  }
  const made = [...documents, manifest]
  const lines = [
    ...part.items.map(({ path, sha256 }) => checksumLine(sha256 ?? '', path)),
    ...made.map(({ name, content }) =>
      checksumLine(createHash('sha256').update(content).digest('hex'), name),
    ),
  ]
  const sums: MadeFile = { name: checksumsName, content: Buffer.from(lines.join('')) }
  return { files: [...made, sums], list: list?.content }
}

function manifestOf(
  part: PlannedPart,
  { parts }: Pick<PackagePlan, 'parts'>,
  context: PartContext,
  documents: readonly MadeFile[],
  list: ListPlace | undefined,
): Manifest {
  const { notice, task, submission, now, generator, replaces } = context
  const places = new Map(part.items.map(({ item, path, number }) => [item, { path, seq: number }]))
  const rows = new Set(submission.rows.map(({ id }) => id))
  return Manifest.parse({
    format: 1,
    generator,
    createdAt: withOffset(now, notice.utcOffset),
    notice: {
      id: notice.id,
      version: notice.version,
      title: notice.title,
      documentNumber: notice.documentNumber,
    },
    task: { id: task.id, title: task.title },
    unit: submission.unit,
    ...(replaces && { replaces }),
    part: { index: part.index, of: part.of },
    submission: submissionMark(parts, context),
    way: part.way,
    counts: countsOf(submission, task),
    items: submission.items.flatMap((item) => {
      const place = places.get(item.id)
      return place ? [{ ...place, original: item.relative, fields: item.fields, facts: item.facts }] : []
    }),
    rows: submission.rows,
    ...(list && { list }),
    declared: submission.declared,
    // Ids of files are the engine's; outside it a file is known by its path in the part. Rows keep their ids.
    waivers: submission.waivers.flatMap(({ item, ...waiver }) => {
      if (item === undefined) return [waiver]
      if (rows.has(item)) return [{ ...waiver, item }]
      const place = places.get(item)
      return place ? [{ ...waiver, item: place.path }] : []
    }),
    documents: documents.map(({ name }) => name),
  } satisfies Manifest)
}

/**
 * What is equal in all parts of one packing and in no other: it tells a receiving desk which parts belong together. Made of
 * what was packed, when, and how it was parted; no protection against anybody.
 */
function submissionMark(
  parts: readonly PlannedPart[],
  { notice, task, submission, now, replaces }: PartContext,
): string {
  const parted = parts.map(({ fileName, way, items }) => [fileName, way, items.map(({ path }) => path)])
  const content = contentMark(submission, submission.items)
  const text = [
    notice.id,
    notice.version,
    task.id,
    now.toISOString(),
    replaces?.ordinal ?? 0,
    content,
    parted,
  ]
  return shortMark(JSON.stringify(text))
}

/** ISO 8601 in the notice's own time: `2023-08-25T10:32:00+08:00`. */
function withOffset(now: Date, utcOffset: number): string {
  const local = new Date(now.getTime() + utcOffset * 3_600_000).toISOString().slice(0, 19)
  const minutes = Math.round(Math.abs(utcOffset) * 60)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${local}${utcOffset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
