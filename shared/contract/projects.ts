import { z } from 'zod'
import { FaultData } from '../faults.ts'
import { operation, Step } from '../operation.ts'
import { Preflight } from '../packing/preflight.ts'
import { Paper, PaperKind } from '../paper/paper.ts'
import { PackageRecord, ProjectDocument } from '../project/document.ts'
import { Edit } from '../project/edit.ts'
import { ClaimId, FileId, NoticeId, ProjectId } from './ids.ts'
import { LeftOut } from './submissions.ts'

export const ProjectSummary = z.object({
  id: ProjectId,
  notice: NoticeId,
  unit: z.string(),
  changedAt: z.string(),
  tasks: z.record(
    z.string(),
    z.object({ items: z.number().int(), rows: z.number().int(), packages: z.number().int() }),
  ),
})

export type ProjectSummary = z.infer<typeof ProjectSummary>

/** A package of the project as it lies on the disk now. `folder` and the files' ids are known to the host, for opening and downloading. */
export const PackageState = z.object({
  package: z.string(),
  /**
   * `missing`: no file of it is there any more; `changed`: some are gone or are not what was written, by size;
   * `elsewhere`: packed on another computer, where its files lie.
   */
  state: z.enum(['whole', 'missing', 'changed', 'elsewhere']),
  folder: FileId,
  /** Archives and documents that are there. */
  files: z.array(z.object({ id: FileId, name: z.string(), bytes: z.number().int() })),
})
export type PackageState = z.infer<typeof PackageState>

/** What became of a project file that was opened. */
export const OpenedCopy = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('opened'),
    document: ProjectDocument,
    /** `same`: the project is on this machine and says the same; nothing was written. */
    as: z.enum(['same', 'new']),
    /** Files that are not on this machine, or not known to be: they are found again with `project.relocate`. */
    missing: z.number().int().nonnegative(),
  }),
  /** The project is on this machine and says something else; nothing was written. */
  z.object({ outcome: z.literal('differs'), here: ProjectSummary, copy: ProjectSummary }),
])
export type OpenedCopy = z.infer<typeof OpenedCopy>

/** Projects: all that must survive a closed window. */
export const projectOperations = {
  'project.list': operation({
    summary:
      '列出本机的报送项目；损坏的已原样放在一边，打不开的说明原因。Projects on this machine, the one changed last first.',
    input: z.object({}),
    output: z.object({
      projects: z.array(ProjectSummary),
      aside: z.array(z.object({ project: z.string(), path: z.string() })),
      /** Those that are there and cannot be opened: of a later version, or not to be read at the moment. */
      unopenable: z.array(z.object({ project: z.string(), fault: FaultData })),
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
      ...LeftOut.shape,
    }),
    progress: Step,
  }),
  'project.relocate': operation({
    summary:
      '素材挪了地方：到新的文件夹里按名称、大小和校验值找回。Finds items that have moved below the claimed paths.',
    input: z.object({ project: ProjectId, task: z.string(), claims: z.array(ClaimId).min(1) }),
    output: z.object({
      document: ProjectDocument,
      found: z.array(FileId),
      /** Items that are neither where they were nor below the paths. */
      missing: z.array(FileId),
    }),
    progress: Step,
  }),
  'project.build': operation({
    summary:
      '重新检测全部素材，检查通过后打包，并记入项目。Probes, checks, builds, proves and records a package of a task.',
    input: z.object({
      project: ProjectId,
      task: z.string(),
      out: ClaimId,
      /** What the files were when the clerk saw them judged; one that is something else now is not packed. */
      seen: z.array(z.object({ file: FileId, sha256: z.string() })).optional(),
    }),
    output: z.object({ document: ProjectDocument, record: PackageRecord }),
    progress: Step,
  }),
  'project.preflight': operation({
    summary:
      '打包之前看一看：空间够不够、路径长不长、文件有没有被占用或改动。Whether a package can be written, before a byte of it is.',
    input: z.object({ project: ProjectId, task: z.string(), out: ClaimId }),
    output: Preflight,
    progress: Step,
  }),
  'project.draft-mail': operation({
    summary:
      '把一封邮件连同附件写成草稿文件（.eml），放在报送包的文件夹里。Writes a mail of a package with its attachments as a draft beside them.',
    input: z.object({
      project: ProjectId,
      task: z.string(),
      package: z.string(),
      mail: z.number().int().nonnegative(),
    }),
    output: z.object({ id: FileId, name: z.string(), bytes: z.number().int() }),
    progress: Step,
  }),
  'project.packages': operation({
    summary: '看打好的包还在不在。What became of the packages of a task.',
    input: z.object({ project: ProjectId, task: z.string() }),
    output: z.array(PackageState),
  }),
  'project.paper': operation({
    summary:
      '打好的包里的报送核对单或权属声明，供预览和打印。A paper of a package, read from its folder, to be looked at and printed.',
    input: z.object({ project: ProjectId, task: z.string(), package: z.string(), paper: PaperKind }),
    output: Paper,
  }),
  'project.save-copy': operation({
    summary:
      '把报送项目导出成一个文件（.kepuri），交给同事或带到另一台电脑；不含照片、视频。Writes a copy of a project to be handed on.',
    input: z.object({ project: ProjectId, out: ClaimId }),
    output: z.object({ path: z.string(), bytes: z.number().int() }),
    progress: Step,
  }),
  'project.open-copy': operation({
    summary:
      '打开项目文件（.kepuri）；本机已有同一份而内容不同时，先问再做，绝不覆盖。Opens a copy of a project, never in place of another.',
    input: z.object({
      claim: ClaimId,
      /** Whatever is on this machine, the copy becomes a project of its own beside it. */
      anew: z.boolean().optional(),
    }),
    output: OpenedCopy,
    progress: Step,
  }),
  'project.remove': operation({
    summary: '删除报送项目（移到数据文件夹的 removed 里，可以找回）。Puts a project among the removed ones.',
    input: z.object({ project: ProjectId }),
    output: z.object({}),
  }),
}
