import path from 'node:path'
import { draftOf } from './read-draft.ts'
import { differences } from './differences.ts'
import { masked } from './masked.ts'
import { type Content, sha256, zipContents } from './read-content.ts'

/** What two folders or archives have in common, counted, and where they differ. */
export interface Comparison {
  /** Files that are equal byte for byte. */
  readonly identical: number
  /** Files that are equal but for the time of packing and what follows from it. */
  readonly equivalent: number
  readonly problems: readonly string[]
}

/** Compares name by name: SHA-256 first, then by what stands in a file of which the time of packing is a part. */
export async function compareContents(
  one: readonly Content[],
  other: readonly Content[],
): Promise<Comparison> {
  const names = (contents: readonly Content[]) => contents.map(({ name }) => masked(name, []))
  const problems: string[] = differences(names(one), names(other)).map((line) => `names ${line}`)
  let identical = 0
  let equivalent = 0
  if (problems.length > 0) return { identical, equivalent, problems }
  const [ours, theirs] = [await sumsOf(one), await sumsOf(other)]
  for (const [index, content] of one.entries()) {
    const counterpart = other[index]
    if (counterpart === undefined) continue
    if (content.bytes.equals(counterpart.bytes)) {
      identical += 1
      if (isMedia(content.name) && content.modified.getTime() !== counterpart.modified.getTime())
        problems.push(
          `${content.name}: time ${content.modified.toISOString()} ≠ ${counterpart.modified.toISOString()}`,
        )
      continue
    }
    const found = await unlike(content, counterpart, ours, theirs)
    if (found.length === 0) equivalent += 1
    problems.push(...found.map((line) => `${content.name}: ${line}`))
  }
  return { identical, equivalent, problems }
}

const isMedia = (name: string): boolean => /\.(jpe?g|png|tiff?|mp4)$/i.test(name)

/** Sums that may differ, in the same order on both sides: of documents and archives, and of what lies in archives. */
async function sumsOf(contents: readonly Content[]): Promise<string[]> {
  const sums: string[] = []
  for (const { name, bytes } of contents) {
    if (isMedia(name)) continue
    sums.push(sha256(bytes))
    if (name.endsWith('.zip')) sums.push(...(await sumsOf(await zipContents(bytes))))
  }
  return sums
}

async function unlike(
  one: Content,
  other: Content,
  ours: readonly string[],
  theirs: readonly string[],
): Promise<string[]> {
  const pair = [one.bytes, other.bytes] as const
  switch (path.extname(one.name)) {
    case '.zip':
    case '.docx':
    case '.xlsx': {
      const [inOne, inOther] = await Promise.all(pair.map(zipContents))
      return [...(await compareContents(inOne ?? [], inOther ?? [])).problems]
    }
    case '.eml': {
      const [left, right] = [draftOf(one), draftOf(other)]
      const heads = differences(left.heads, right.heads)
      return [...heads, ...(await compareContents(left.parts, right.parts)).problems]
    }
    case '.json':
      return differences(valueOf(one.bytes, ours), valueOf(other.bytes, theirs))
    case '.txt':
    case '.html':
    case '.xml':
    case '.rels':
      return differences(lines(one.bytes, ours), lines(other.bytes, theirs))
    default:
      return [`SHA-256 ${sha256(one.bytes)} ≠ ${sha256(other.bytes)}`]
  }
}

const lines = (bytes: Buffer, sums: readonly string[]): readonly string[] =>
  masked(bytes.toString('utf8'), sums).split('\n')

/** What stands in JSON, but for what the time of packing makes of it. */
function valueOf(bytes: Buffer, sums: readonly string[]): unknown {
  return JSON.parse(masked(bytes.toString('utf8'), sums), (_key, value: unknown) =>
    // A document is a byte longer or shorter by the time that stands in it.
    isDocument(value) ? { ...value, bytes: '<size>' } : value,
  )
}

const isDocument = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  /\.(docx|xlsx|zip)$/.test(String(value.path))
