import pLimit from 'p-limit'
import type { Notice } from '../../shared/notice/notice.ts'
import type { DocumentTemplate, Task } from '../../shared/notice/task.ts'
import type { Tokens } from '../../shared/naming/fill-template.ts'
import { documentContent, picturedItems } from '../../shared/packing/document-table.ts'
import { listContent, listDocument } from '../../shared/packing/list-document.ts'
import type { ListPlace } from '../../shared/packing/manifest.ts'
import type { PackagePlan, PlannedPart } from '../../shared/packing/plan.ts'
import type { Replaced } from '../../shared/packing/replaced.ts'
import type { PictureColumn, TableDocument } from '../../shared/paper/table-document.ts'
import type { Submission } from '../../shared/project/submission.ts'
import { thumbnailHeading } from '../../shared/wording/document-words.ts'
import type { Templates } from '../lists/keep-templates.ts'
import type { Thumbnail } from './build-options.ts'

/** A file of a part that we write ourselves. */
export interface MadeFile {
  readonly name: string
  readonly content: Buffer
}

export interface PartContext {
  readonly notice: Notice
  readonly task: Task
  readonly submission: Submission
  readonly tokens: Tokens
  readonly now: Date
  readonly generator: string
  readonly replaces: Replaced | undefined
  readonly templates: Templates
  readonly thumbnail?: Thumbnail | undefined
}

interface ListFile extends MadeFile {
  readonly place: ListPlace
}

/** The list of a task that is one, written and read again. */
export async function listDocumentFile(context: PartContext): Promise<ListFile | undefined> {
  const { task, submission, tokens, templates, now } = context
  const document = task.kind === 'table' ? listDocument(task) : undefined
  if (task.kind !== 'table' || !document) return undefined
  const { writeList } = await import('../lists/write-list.ts')
  const name = `${document.name}.xlsx`
  const { content, spot, below } = await writeList(
    { task, document, submission, tokens, templates, now },
    name,
  )
  const { sheet, headerRow, uses } = spot
  return { name, content, place: { document: name, sheet, headerRow, uses: [...uses], below } }
}

/** The documents that the task asks for, each in its formats, with all rows of the submission; those of the part are marked. */
export async function documentFiles(
  part: PlannedPart,
  plan: Pick<PackagePlan, 'parts'>,
  context: PartContext,
  list: ListFile | undefined,
): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  // Loaded when a package is made: most calls of a host never are.
  const { writeWord } = await import('../documents/word-document.ts')
  const { writeWorkbook } = await import('../documents/workbook-document.ts')
  for (const template of context.task.documents) {
    const table = {
      ...tableOf(template, part, plan, context),
      pictures: await picturesOf(template, part, plan, context),
    }
    for (const format of template.formats) {
      const name = `${template.name}.${format}`
      if (name === list?.name) {
        files.push({ name, content: list.content })
        continue
      }
      const write = format === 'docx' ? writeWord : writeWorkbook
      files.push({ name, content: await write(table, { now: context.now }) })
    }
  }
  return files
}

function tableOf(
  template: DocumentTemplate,
  part: PlannedPart,
  plan: Pick<PackagePlan, 'parts'>,
  { notice, task, submission, tokens }: PartContext,
): TableDocument {
  const content =
    task.kind === 'table'
      ? listContent(template, task, submission, tokens)
      : documentContent(template, submission, plan, part, tokens)
  const properties = {
    title: content.title,
    author: submission.unit?.name ?? '',
    subject: notice.title,
    description: [notice.documentNumber, task.annex].filter(Boolean).join(' '),
  }
  return { ...content, orientation: template.orientation, properties }
}

/** Small files of one disk: more at once would only wait for it. */
const picturesAtOnce = 4

/** The small pictures, where the notice allows them and the clerk wants them; what is not at hand stays blank. */
async function picturesOf(
  template: DocumentTemplate,
  part: PlannedPart,
  plan: Pick<PackagePlan, 'parts'>,
  { submission, thumbnail }: PartContext,
): Promise<PictureColumn | undefined> {
  if (!template.thumbnails || !submission.thumbnails || !thumbnail) return undefined
  const { rowPicture } = await import('../documents/row-picture.ts')
  const limit = pLimit(picturesAtOnce)
  const pictures = picturedItems(submission, plan, part).map((row) =>
    limit(async () => {
      const { sha256 } = row?.item.facts ?? {}
      const jpeg = sha256 === undefined ? undefined : await thumbnail(sha256)
      return row && jpeg ? rowPicture(jpeg, row.name) : undefined
    }),
  )
  const behind = template.columns.findIndex(({ template: text }) => text === '{seq}') + 1
  return { label: thumbnailHeading, behind, pictures: await Promise.all(pictures) }
}
