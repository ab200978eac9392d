import { z } from 'zod'
import { Unreadable } from './facts.ts'
import { TableProblem } from './lists/raw-table.ts'
import { PlanKind } from './packing/sending.ts'
import { CopyProblem } from './project/copy-problem.ts'

const NoticeProblemData = z.object({ path: z.string(), problem: z.string(), detail: z.string() })

/** What is wrong with a filled-in form, at a cell of the sheet as Excel names it (`E7`), or of the whole sheet. */
export const FormProblem = z.discriminatedUnion('problem', [
  z.object({ problem: z.literal('not-a-workbook') }),
  z.object({ problem: z.literal('too-large'), bytes: z.number(), limit: z.number() }),
  z.object({ problem: z.literal('no-header'), missing: z.array(z.string()) }),
  z.object({ problem: z.literal('repeated-header'), label: z.string() }),
  z.object({ problem: z.literal('too-many-rows'), rows: z.number(), limit: z.number() }),
  z.object({ problem: z.literal('unknown-file'), cell: z.string(), file: z.string() }),
  z.object({ problem: z.literal('repeated-file'), cell: z.string(), file: z.string() }),
  z.object({ problem: z.literal('no-file'), cell: z.string() }),
  z.object({ problem: z.literal('formula'), cell: z.string(), label: z.string() }),
  z.object({ problem: z.literal('error-value'), cell: z.string(), label: z.string(), value: z.string() }),
  z.object({ problem: z.literal('merged'), range: z.string(), label: z.string() }),
  z.object({
    problem: z.literal('cell-too-long'),
    cell: z.string(),
    label: z.string(),
    characters: z.number(),
    limit: z.number(),
  }),
])
export type FormProblem = z.infer<typeof FormProblem>

/** Why a blank workbook cannot be filled in. */
export const TemplateProblem = z.enum([
  'other-format', // no .xlsx, or one with macros
  'encrypted',
  'damaged',
  'too-large',
  'no-header', // no visible sheet with a header that names fields of the list
  'merged-rows', // cells below the header are merged over several rows
  'unfillable', // what was written into it did not read back
  'copy-missing', // the copy that was kept is gone, or is not what was kept
])
export type TemplateProblem = z.infer<typeof TemplateProblem>

/** What became of a source file since it was checked. `locked`: another program holds it. */
const SourceChange = z.enum(['vanished', 'changed', 'unreadable', 'locked'])

/** Why an operation could not be done, as data. The sentence is made from it in the view. */
export const FaultData = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('bad-request'), operation: z.string(), detail: z.string() }),
  /** A bug: logged whole under this reference. */
  z.object({ code: z.literal('internal'), reference: z.string() }),
  /** The engine's process ended during the call; another is being started. */
  z.object({ code: z.literal('engine-gone') }),
  /** The host does not know this page any more: it was started again since, or another program answers in its place. */
  z.object({ code: z.literal('host-gone') }),
  z.object({ code: z.literal('not-found'), path: z.string() }),
  z.object({ code: z.literal('not-readable'), path: z.string(), reason: z.string() }),
  /** What was dropped on the window lies on no disk: a picture of a web page, an attachment in a mail program. */
  z.object({ code: z.literal('not-on-disk'), names: z.array(z.string()) }),
  z.object({ code: z.literal('no-files'), paths: z.array(z.string()), ignored: z.number() }),
  /** Folders or files below the paths could not be looked into: what they hold would be missing without a word. */
  z.object({
    code: z.literal('places-unreadable'),
    places: z.array(z.object({ path: z.string(), reason: Unreadable })),
  }),
  /** Tables of others that gave no activity: without a `problem` no header in them is known. */
  z.object({
    code: z.literal('tables-unread'),
    files: z.array(z.object({ name: z.string(), problem: TableProblem.optional() })),
  }),
  z.object({
    code: z.literal('unit-invalid'),
    path: z.string(),
    problems: z.array(z.object({ field: z.string(), problem: z.string() })),
  }),
  /** `line` and `column`, from 1, are the place in the JSON; `detail` is for the log. */
  z.object({
    code: z.literal('unit-unparsable'),
    path: z.string(),
    detail: z.string(),
    line: z.number().int().optional(),
    column: z.number().int().optional(),
  }),
  z.object({ code: z.literal('unit-class-unknown'), unitClass: z.string(), known: z.array(z.string()) }),
  z.object({ code: z.literal('unit-needed'), task: z.string() }),
  z.object({ code: z.literal('notice-unknown'), notice: z.string(), known: z.array(z.string()) }),
  z.object({ code: z.literal('notice-invalid'), path: z.string(), problems: z.array(NoticeProblemData) }),
  z.object({ code: z.literal('task-unknown'), task: z.string(), known: z.array(z.string()) }),
  z.object({
    code: z.literal('task-of-other-kind'),
    task: z.string(),
    kind: z.string(),
    /** The task's title: 重点活动清单. */
    title: z.string().optional(),
  }),
  z.object({ code: z.literal('form-invalid'), path: z.string(), problems: z.array(FormProblem) }),
  z.object({ code: z.literal('template-unusable'), path: z.string(), problem: TemplateProblem }),
  z.object({ code: z.literal('waiver-unknown'), finding: z.string() }),
  z.object({ code: z.literal('waiver-refused'), finding: z.string(), clause: z.string() }),
  z.object({ code: z.literal('declaration-unknown'), declaration: z.string(), known: z.array(z.string()) }),
  /** The gate before packing: the submission has errors that no waiver covers. */
  z.object({ code: z.literal('submission-has-errors'), errors: z.number() }),
  z.object({ code: z.literal('nothing-to-pack') }),
  z.object({ code: z.literal('out-inside-source'), out: z.string(), source: z.string() }),
  z.object({ code: z.literal('out-unwritable'), path: z.string(), reason: z.string() }),
  z.object({
    code: z.literal('disk-full'),
    path: z.string(),
    needed: z.number().optional(),
    free: z.number().optional(),
  }),
  /** A source file is not what was checked any more. */
  z.object({
    code: z.literal('source-changed'),
    path: z.string(),
    change: SourceChange,
    /** Further files of which the same or something like it is known. */
    more: z.array(z.object({ path: z.string(), change: SourceChange })).optional(),
  }),
  /** What was chosen cannot carry so much; `limit` in bytes. */
  z.object({
    code: z.literal('plan-unfit'),
    plan: PlanKind,
    bytes: z.number(),
    limit: z.number(),
    /** The documents alone fill a mail: `bytes` are theirs. */
    documents: z.literal(true).optional(),
  }),
  /** The target's file system holds no file of that size: FAT32 stops below 4 GiB. */
  z.object({
    code: z.literal('file-too-large-for-disk'),
    path: z.string(),
    bytes: z.number(),
    limit: z.number(),
  }),
  /** What was written is not what was planned; it was removed again. */
  z.object({
    code: z.literal('package-broken'),
    path: z.string(),
    /** For the log: a clerk can do nothing about a header. */
    problems: z.array(z.string()),
  }),
  /** The package lies whole under `path`, but the project does not know of it: `reason` is the system's. */
  z.object({ code: z.literal('package-not-recorded'), path: z.string(), reason: z.string() }),
  /** A paper of a package is not what was written, or not there: packages made before there were papers have none. */
  z.object({
    code: z.literal('paper-unusable'),
    path: z.string(),
    trouble: z.enum(['missing', 'changed']),
  }),
  /** The archive that a mail is to carry is not what was packed, or not there. */
  z.object({
    code: z.literal('attachment-unusable'),
    path: z.string(),
    trouble: z.enum(['missing', 'changed']),
  }),
  z.object({ code: z.literal('project-unknown'), project: z.string() }),
  /** Another window has changed the project since; the project must be opened again. */
  z.object({ code: z.literal('project-changed-elsewhere'), project: z.string() }),
  /** A later version of the program has written it; it is left as it is. */
  z.object({ code: z.literal('project-too-new'), project: z.string() }),
  /** A file that was to be opened as a project is none that can be; it is left as it is. */
  z.object({ code: z.literal('project-file-unusable'), path: z.string(), problem: CopyProblem }),
  /** Not readable; the file was put aside under `path`. */
  z.object({ code: z.literal('project-damaged'), project: z.string(), path: z.string() }),
])
export type FaultData = z.infer<typeof FaultData>
export type FaultCode = FaultData['code']

/** A known failure of an operation. Anything else that is thrown is a bug. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly data: FaultData
  constructor(data: FaultData, options?: { cause?: unknown }) {
    super(data.code, options)
    this.data = data
  }
}

/** The data of what was thrown at a client: a Fault's own, else that of a bug. */
export const faultOf = (error: unknown): FaultData =>
  error instanceof Fault ? error.data : { code: 'internal', reference: String(error) }
