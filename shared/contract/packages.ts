import { z } from 'zod'
import { Finding } from '../findings.ts'
import { operation, Step } from '../operation.ts'
import { PackResult } from '../packing/pack-result.ts'
import { SendingChoice } from '../packing/sending.ts'
import { Submission } from '../project/submission.ts'
import { ClaimId, NoticeId } from './ids.ts'

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
    'part-missing',
    'parts-differ',
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

export const VerifiedPackage = z.object({
  path: z.string(),
  ok: z.boolean(),
  /** Pictures, videos and rows that were found and are right. */
  items: z.number().int(),
  problems: z.array(VerifyProblem),
})
export type VerifiedPackage = z.infer<typeof VerifiedPackage>

/** Packages: built, and verified wherever they come from. */
export const packageOperations = {
  'package.build': operation({
    summary:
      '检查通过后写出压缩包、说明文档、清单和邮件，并重新打开核对。Gate, write, verify, move into place.',
    input: z.object({
      notice: NoticeId,
      submission: Submission,
      out: ClaimId,
      /** `false` leaves out the PDF files, which take another program. */
      pdf: z.boolean().optional(),
      /** What is absent is proposed by us. */
      sending: SendingChoice.optional(),
      /** Whether drafts of the mails with their attachments (.eml) are written beside the archives. */
      drafts: z.boolean().optional(),
    }),
    output: PackResult,
    progress: Step,
  }),
  'package.verify': operation({
    summary: '重新打开压缩包或文件夹，核对校验值和规则。Reopens packages and rechecks hashes and rules.',
    input: z.object({ claims: z.array(ClaimId).min(1) }),
    output: z.object({ ok: z.boolean(), packages: z.array(VerifiedPackage) }),
    progress: Step,
  }),
}
