import { z } from 'zod'
import { Facts, Unreadable } from '../facts.ts'
import { Finding } from '../findings.ts'
import { operation, Step } from '../operation.ts'
import { FieldValues, Submission } from '../project/submission.ts'
import { ClaimId, FileId, NoticeId } from './ids.ts'

export const SourceFile = z.object({
  id: FileId,
  /** As the caller named the root, joined with the path below it. */
  given: z.string(),
  /** Path below the root with `/`; unique in one walk. */
  relative: z.string(),
  bytes: z.number().int().nonnegative(),
})
export type SourceFile = z.infer<typeof SourceFile>

/** What was left out of a walk: litter that is only counted, and places that could not be looked into. */
export const LeftOut = z.object({
  ignored: z.object({ count: z.number().int(), names: z.array(z.string()) }),
  troubles: z.array(z.object({ path: z.string(), reason: Unreadable })),
})

/** Files found, measured and judged, and the form that is filled in for them. */
export const submissionOperations = {
  'sources.walk': operation({
    summary: '查找文件夹中的全部文件，系统垃圾文件只计数。Finds every file below the claimed paths.',
    input: z.object({ claims: z.array(ClaimId).min(1) }),
    output: z.object({
      files: z.array(SourceFile),
      ...LeftOut.shape,
    }),
    progress: Step,
  }),
  'media.probe': operation({
    summary:
      '逐个检测文件内容：格式、大小、像素、时长、完整性、校验值。Facts of each file; ids of no file are left out.',
    /** `anew` measures also what is remembered, and gives files another chance that have ended the engine before. */
    input: z.object({ files: z.array(FileId), anew: z.boolean().optional() }),
    output: z.array(z.object({ id: FileId, facts: Facts })),
    progress: Step,
  }),
  'media.changed': operation({
    summary:
      '哪些文件在检测之后改动过或不见了，只看大小和修改时间。Files that are not what was measured, by size and time.',
    input: z.object({
      /** `gone`: it was not there when it was to be measured. */
      files: z.array(z.object({ id: FileId, bytes: z.number(), modified: z.string(), gone: z.boolean() })),
    }),
    output: z.array(FileId),
  }),
  'media.thumbnails': operation({
    summary:
      '已检测图片的缩略图，没有的为空。Thumbnails (JPEG, longer edge 320 px, base64) of files that were probed.',
    input: z.object({ files: z.array(FileId).max(200) }),
    output: z.array(z.object({ id: FileId, jpeg: z.base64().nullable() })),
  }),
  'media.preview': operation({
    summary:
      '已检测图片的大图，给显示不了TIFF等格式的窗口用，没有的为空。A large picture (JPEG, longer edge at most 2400 px, base64) of a file that was probed, for windows that cannot show its format.',
    input: z.object({ file: FileId }),
    output: z.object({ jpeg: z.base64().nullable() }),
  }),
  'samples.write': operation({
    summary:
      '生成一组示例素材，供没有素材时试用。Writes sample media to the data folder and hands it in under a claim.',
    input: z.object({}),
    output: z.object({ claim: ClaimId, files: z.number().int() }),
    progress: Step,
  }),
  'submission.check': operation({
    summary: '按通知逐条检查，返回问题清单。The verdict on a submission.',
    input: z.object({ notice: NoticeId, submission: Submission }),
    output: z.array(Finding),
  }),
  'findings.write': operation({
    summary:
      '把问题清单写成 Excel。Writes the findings as a workbook: file, severity, what was measured, clause, advice, waiver.',
    input: z.object({ notice: NoticeId, submission: Submission, out: ClaimId }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  'form.write': operation({
    summary: '写出供 Excel 填写的说明表。Writes the form to fill in.',
    input: z.object({ notice: NoticeId, submission: Submission, out: ClaimId }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  'form.read': operation({
    summary: '读回填好的说明表。Reads a filled-in form.',
    input: z.object({
      notice: NoticeId,
      task: z.string(),
      form: ClaimId,
      files: z.array(FileId),
      /** Rows of files that are not among these are passed over and told, instead of making the form invalid. */
      passOver: z.boolean().optional(),
    }),
    output: z.object({
      rows: z.array(z.object({ id: FileId, fields: FieldValues })),
      /** Files that have no row. */
      missing: z.array(FileId),
      /** Rows that were passed over: the name of the file, and its cell as Excel names it. */
      unknown: z.array(z.object({ cell: z.string(), file: z.string() })),
    }),
  }),
}
