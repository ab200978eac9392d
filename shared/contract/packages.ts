import { z } from 'zod'
import { operation, Step } from '../operation.ts'
import { PackResult } from '../packing/pack-result.ts'
import { Submission } from '../project/submission.ts'
import { ClaimId, NoticeId } from './ids.ts'

/** What `package.verify` holds against a package; `item` is a path inside it. */
export const VerifyProblem = z.object({
  code: z.enum([
    'not-a-package',
    'archive-broken',
    'no-manifest',
    'manifest-unreadable',
    'no-checksums',
    'checksums-unreadable',
    'file-missing',
    'file-unlisted',
    'file-repeated',
    'unsafe-name',
    'header-differs',
    'checksum-differs',
    'content-unreadable',
    'mail-checksum-differs',
    'counts-differ',
    'notice-unknown',
    'notice-version-differs',
    'rule-broken',
  ]),
  item: z.string().optional(),
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
    input: z.object({ notice: NoticeId, submission: Submission, out: ClaimId }),
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
