import { z } from 'zod'
import { Finding } from '../findings.ts'

/** Why an archive, or a file of a package, could not be read. */
export const ReadTrouble = z.enum([
  'empty', // 0 bytes
  'not-a-zip',
  'truncated', // ends before its content does
  'damaged', // says what cannot be right
  'multi-volume', // one of several files of an archive
  'overlapping', // several entries claim the same bytes
  'too-many', // more entries than a package ever has
  'encrypted',
  'unsupported', // compressed by a method that is not read here
  'bomb', // grows out of all proportion
  'system', // the file system says so: `actual` is its code
])
export type ReadTrouble = z.infer<typeof ReadTrouble>

/** What `package.verify` holds against a package; `item` is a path inside it. */
export const VerifyProblem = z.object({
  code: z.enum([
    'not-a-package',
    'archive-broken',
    'no-manifest',
    'manifest-unreadable',
    'manifest-too-large',
    'no-checksums',
    'checksums-unreadable',
    'file-missing',
    'document-missing',
    'file-unlisted',
    'file-repeated',
    'unsafe-name',
    'header-differs',
    'checksum-differs',
    'size-differs',
    'format-differs',
    'name-differs',
    'content-unreadable',
    'mail-checksum-differs',
    'checklist-checksum-differs',
    'checklist-changed',
    'part-missing', // `expected`: how many there should be; `actual`: the numbers of those that are there
    'parts-differ', // where they tell the packings apart: `expected` and `actual` are when the other and this one were packed
    'part-name-differs', // `expected` and `actual`: { index, of }
    'file-in-two-parts',
    'counts-differ',
    'no-unit',
    'list-differs',
    'notice-unknown',
    'notice-version-differs',
    'rule-broken',
    'check-failed',
  ]),
  item: z.string().optional(),
  /** With `rule-broken` about a row, and with `list-differs`: its place in the list, from 1. */
  row: z.number().int().optional(),
  /** With `archive-broken` and `content-unreadable`; `actual` is then what the reading program said. */
  reason: ReadTrouble.optional(),
  /** With `rule-broken`: `item` stands for the path in its subject. */
  finding: Finding.optional(),
  expected: z.unknown().optional(),
  actual: z.unknown().optional(),
})
export type VerifyProblem = z.infer<typeof VerifyProblem>
