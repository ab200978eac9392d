import { z } from 'zod'
import { Facts } from '../facts.ts'
import { ColumnUses } from '../lists/columns.ts'
import { FieldValues, Row, Waiver } from '../project/submission.ts'
import { Unit } from '../project/unit.ts'
import { Replaced } from './replaced.ts'
import { PartWay } from './sending.ts'

/** Names of the files that every part carries for machines. */
export const manifestName = 'manifest.json'
export const checksumsName = 'manifest-sha256.txt'

/** A submission in more parts than a package has files was not made here. */
const mostParts = 10_000

/** One file of a part. */
export const ManifestItem = z.object({
  /** Path inside this part. */
  path: z.string(),
  /** Its number in the documents, from 1, counted over all parts. Absent in packages made before there were several. */
  seq: z.number().int().positive().optional(),
  /** Path below the clerk's folder. */
  original: z.string(),
  fields: FieldValues,
  facts: Facts,
})

/** Where the rows of a list stand in its workbook: one a line, from the line below the header. */
export const ListPlace = z.object({
  /** Path of the workbook inside the part. */
  document: z.string(),
  sheet: z.string(),
  /** The header's last line, from 1. */
  headerRow: z.number().int().positive(),
  /** By column from the left. */
  uses: ColumnUses,
  /** How many lines with something in them stand below the rows: notes and signatures of a template. */
  below: z.number().int().nonnegative(),
})
export type ListPlace = z.infer<typeof ListPlace>

/** All that a receiving desk needs to know of one part: `manifest.json`. */
export const Manifest = z.object({
  format: z.literal(1),
  generator: z.string(),
  /** ISO 8601 with offset. */
  createdAt: z.iso.datetime({ offset: true }),
  notice: z.object({ id: z.string(), version: z.string(), title: z.string(), documentNumber: z.string() }),
  task: z.object({ id: z.string(), title: z.string() }),
  unit: Unit.optional(),
  /** The unit's earlier submission of this task, which this one stands in for. Absent in a first one. */
  replaces: Replaced.optional(),
  /** This part of so many. */
  part: z
    .object({ index: z.number().int().positive(), of: z.number().int().positive().max(mostParts) })
    .refine(({ index, of }) => index <= of),
  /** Equal in all parts of one packing and in no other. Absent, like `way`, where packages had one part only. */
  submission: z.string().min(1).max(100).optional(),
  /** How this part goes out. */
  way: PartWay.optional(),
  /** Counts of the whole submission, over all its parts. */
  counts: z.object({ total: z.number(), images: z.number(), videos: z.number(), rows: z.number() }),
  items: z.array(ManifestItem),
  rows: z.array(Row),
  list: ListPlace.optional(),
  declared: z.array(z.string()),
  waivers: z.array(Waiver),
  /** Paths of the documents inside this part. */
  documents: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** One line of `manifest-sha256.txt` as `sha256sum` writes it; odd characters in a name cannot occur (safe names). */
export const checksumLine = (sha256: string, path: string): string => `${sha256}  ${path}\n`

/** The lines of a checksum file: path → hex digest. Undefined when a line is not of the form. */
export function parseChecksums(text: string): ReadonlyMap<string, string> | undefined {
  const sums = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const match = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line)
    if (!match?.[1] || !match[2] || sums.has(match[2])) return undefined
    sums.set(match[2], match[1])
  }
  return sums
}
