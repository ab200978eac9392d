import { z } from 'zod'
import { operation, Step } from '../operation.ts'
import { PackResult } from '../packing/pack-result.ts'
import { VerifyProblem } from '../packing/verify-problem.ts'
import { SendingChoice } from '../packing/sending.ts'
import { Submission } from '../project/submission.ts'
import { ClaimId, NoticeId } from './ids.ts'

export const VerifiedPackage = z.object({
  path: z.string(),
  ok: z.boolean(),
  /** Pictures, videos and rows that were found and are right. */
  items: z.number().int(),
  /** Of one part of several, as its manifest says: which it is. */
  part: z.object({ index: z.number().int(), of: z.number().int() }).optional(),
  /** With `part`: equal in all parts of one submission. */
  submission: z.string().optional(),
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
