import { z } from 'zod'
import { Facts, Unreadable } from './facts.ts'
import { Finding } from './findings.ts'
import { Notice } from './notice/notice.ts'
import { operation, Step } from './operation.ts'
import { PackResult } from './packing/pack-result.ts'
import { ProjectDocument } from './project/document.ts'
import { Edit } from './project/edit.ts'
import { FieldValues, Submission } from './project/submission.ts'

/** A path that the host has handed to the engine (dropped, chosen, or named on the command line). Clients never name paths. */
export const ClaimId = z.string().min(1)
/** A source file that `sources.walk` has found. */
export const FileId = z.string().min(1)
/** A notice by the id of a pack that is shipped or was loaded. */
const NoticeId = z.string().min(1)

export const SourceFile = z.object({
  id: FileId,
  /** As the caller named the root, joined with the path below it. */
  given: z.string(),
  /** Path below the root with `/`; unique in one walk. */
  relative: z.string(),
  bytes: z.number().int().nonnegative(),
})
export type SourceFile = z.infer<typeof SourceFile>

const ProjectId = z.string().min(1)
const ProjectSummary = z.object({
  id: ProjectId,
  notice: NoticeId,
  unit: z.string(),
  changedAt: z.string(),
  tasks: z.record(
    z.string(),
    z.object({ items: z.number().int(), rows: z.number().int(), packages: z.number().int() }),
  ),
})
const NoticeSummary = z.object({
  id: NoticeId,
  version: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  tasks: z.array(z.object({ id: z.string(), kind: z.string(), annex: z.string(), title: z.string() })),
})
const CaseResult = z.object({
  title: z.string(),
  expected: z.array(z.string()),
  actual: z.array(z.string()),
  ok: z.boolean(),
})

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

/** Everything the engine does for its hosts. Client, server, validation and docs/operations.md derive from it. */
export const contract = {
  'notice.list': operation({
    summary: '列出随程序附带的通知规则包。Rule packs that ship with the program.',
    input: z.object({}),
    output: z.array(NoticeSummary),
  }),
  'notice.load': operation({
    summary: '读取一份通知：按编号，或用户指定的规则包文件。A whole notice, by id or from a pack file.',
    input: z.union([z.object({ id: NoticeId }), z.object({ claim: ClaimId })]),
    output: Notice,
  }),
  'notice.validate': operation({
    summary: '检验规则包文件并运行其中的用例。Validates a pack file and runs its own cases.',
    input: z.object({ claim: ClaimId }),
    output: z.object({
      ok: z.boolean(),
      id: z.string().optional(),
      problems: z.array(z.object({ path: z.string(), problem: z.string(), detail: z.string() })),
      cases: z.array(CaseResult),
    }),
  }),
  'sources.walk': operation({
    summary: '查找文件夹中的全部文件，系统垃圾文件只计数。Finds every file below the claimed paths.',
    input: z.object({ claims: z.array(ClaimId).min(1) }),
    output: z.object({
      files: z.array(SourceFile),
      ignored: z.object({ count: z.number().int(), names: z.array(z.string()) }),
      troubles: z.array(z.object({ path: z.string(), reason: Unreadable })),
    }),
    progress: Step,
  }),
  'media.probe': operation({
    summary: '逐个检测文件内容：格式、大小、像素、时长、完整性、校验值。Facts of each file.',
    input: z.object({ files: z.array(FileId) }),
    output: z.array(z.object({ id: FileId, facts: Facts })),
    progress: Step,
  }),
  'submission.check': operation({
    summary: '按通知逐条检查，返回问题清单。The verdict on a submission.',
    input: z.object({ notice: NoticeId, submission: Submission }),
    output: z.array(Finding),
  }),
  'project.list': operation({
    summary:
      '列出本机的报送项目；读不出来的已原样放在一边。Projects on this machine, the one changed last first.',
    input: z.object({}),
    output: z.object({
      projects: z.array(ProjectSummary),
      aside: z.array(z.object({ project: z.string(), path: z.string() })),
    }),
  }),
  'project.create': operation({
    summary: '新建报送项目，带上次填过的单位信息。A new project with the unit entered last.',
    input: z.object({ notice: NoticeId }),
    output: ProjectDocument,
  }),
  'project.open': operation({
    summary: '打开报送项目。A whole project.',
    input: z.object({ project: ProjectId }),
    output: ProjectDocument,
  }),
  'project.edit': operation({
    summary: '修改报送项目，改好并存盘后才回答。Applies edits and answers once they are on the disk.',
    input: z.object({ project: ProjectId, revision: z.number().int(), edits: z.array(Edit).min(1) }),
    output: z.object({ revision: z.number().int(), changedAt: z.string() }),
  }),
  'project.add-sources': operation({
    summary: '把文件夹或文件加入一项任务；已有的不重复加。Adds the files below the claimed paths to a task.',
    input: z.object({ project: ProjectId, task: z.string(), claims: z.array(ClaimId).min(1) }),
    output: z.object({
      document: ProjectDocument,
      added: z.array(FileId),
      /** Files that the task has already. */
      known: z.number().int(),
      ignored: z.object({ count: z.number().int(), names: z.array(z.string()) }),
      troubles: z.array(z.object({ path: z.string(), reason: Unreadable })),
    }),
    progress: Step,
  }),
  'project.remove': operation({
    summary: '删除报送项目（移到数据文件夹的 removed 里，可以找回）。Puts a project among the removed ones.',
    input: z.object({ project: ProjectId }),
    output: z.object({}),
  }),
  'form.write': operation({
    summary: '写出供 Excel 填写的说明表。Writes the form to fill in.',
    input: z.object({ notice: NoticeId, submission: Submission, out: ClaimId }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  'form.read': operation({
    summary: '读回填好的说明表。Reads a filled-in form.',
    input: z.object({ notice: NoticeId, task: z.string(), form: ClaimId, files: z.array(FileId) }),
    output: z.object({
      rows: z.array(z.object({ id: FileId, fields: FieldValues })),
      /** Files that have no row. */
      missing: z.array(FileId),
    }),
  }),
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
export type Contract = typeof contract
