import { z } from 'zod'
import { CompositeField, Field } from './field.ts'
import { Requirement } from './requirement.ts'

export const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'not-an-id' })
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not-a-day' })

/** A date of the task. Without a time the whole day belongs to it. */
export const Milestone = z.strictObject({
  id: Id,
  kind: z.enum(['opens', 'remind', 'deadline']),
  title: z.string().min(1),
  date: Day,
  /** Local wall-clock time, `18:00`. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time' })
    .optional(),
  standing: z.enum(['explicit', 'assumed']),
})
export type Milestone = z.infer<typeof Milestone>

/** Where a submission goes: by mail, on an upload page, or as things handed in. */
const Channel = z.discriminatedUnion('channel', [
  z.strictObject({
    channel: z.literal('mail'),
    address: z.email(),
    person: z.string(),
    phones: z.array(z.string()),
  }),
  z.strictObject({ channel: z.literal('upload'), address: z.url(), note: z.string() }),
  z.strictObject({ channel: z.literal('by-hand'), address: z.string(), note: z.string() }),
])

/** A text with `{tokens}`, and whether the notice prescribes it or we propose it. */
const Template = z.strictObject({
  template: z.string().min(1),
  standing: z.enum(['mandated', 'suggested']),
})
type Template = z.infer<typeof Template>

/** A table that goes with the files: one row a file (or a row of the list), columns filled from `{tokens}`. */
export const DocumentTemplate = z.strictObject({
  id: Id,
  /** Name of the file without extension. */
  name: z.string().min(1),
  title: z.string().min(1),
  /** Set at the top left: 附件2. */
  annexLabel: z.string().optional(),
  orientation: z.enum(['portrait', 'landscape']),
  formats: z.array(z.enum(['docx', 'xlsx'])).min(1),
  /** The workbook it is written into, by its file name under `resources/templates`; without it one is made up. */
  template: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*\.xlsx$/, { error: 'not-a-template-name' })
    .optional(),
  /** The line under the title, filled from tokens of the submission: {unit} {contact} {phone} {date} {counts}. */
  preamble: z.array(z.string()),
  columns: z
    .array(z.strictObject({ label: z.string().min(1), template: z.string(), width: z.number().positive() }))
    .min(1),
  /** Whether the clerk may have small pictures set into the Word file. Absent where the notice fixes the columns. */
  thumbnails: z.boolean().optional(),
})
export type DocumentTemplate = z.infer<typeof DocumentTemplate>

const Declaration = z.strictObject({ id: Id, text: z.string().min(1) })

/** A page on rights, to be printed, signed and kept with the files. Paragraphs are filled from the submission's tokens. */
const Statement = z.strictObject({
  title: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1),
  /** Who signs, each with a line for the date. */
  roles: z.array(z.string().min(1)).min(1),
  seal: z.boolean(),
  /** Whether the notice asks for it, or we propose it. */
  standing: z.enum(['mandated', 'suggested']),
})
export type Statement = z.infer<typeof Statement>

/** How the package is laid out, and what an ordinary mail can carry. */
const Packaging = z.strictObject({
  /** The file's name without extension. */
  fileName: Template,
  /** Folder inside the package by kind of media. */
  folders: z.strictObject({ image: z.string(), video: z.string() }),
  packageName: z.string().min(1),
  folderName: z.string().min(1),
  /** Largest part in bytes by way of sending, before base64. */
  caps: z
    .array(
      z.strictObject({ id: Id, label: z.string(), bytes: z.number().int().positive(), base64: z.boolean() }),
    )
    .min(1),
  /** The attachments that web mail keeps on its own disks for a while: what is too large for the caps above goes by it. */
  large: z
    .strictObject({
      label: z.string().min(1),
      /** Largest file. */
      bytes: z.number().int().positive(),
      /** Of all files together; absent where nothing is known of such a limit. */
      total: z.number().int().positive().optional(),
      /** How long the link holds, from the day of sending. */
      days: z.number().int().positive(),
    })
    .optional(),
})
type Packaging = z.infer<typeof Packaging>

const task = {
  id: Id,
  annex: z.string().min(1),
  title: z.string().min(1),
  /** What the task is about, in one sentence for the clerk. */
  purpose: z.string().min(1),
  recipients: z.array(Channel).min(1),
  subject: Template,
  /** Lines of the mail; a line whose tokens are all empty is left out. */
  body: z.array(z.string()).min(1),
  milestones: z.array(Milestone).min(1),
  fields: z.array(Field),
  requirements: z.array(Requirement).min(1),
  documents: z.array(DocumentTemplate),
  declarations: z.array(Declaration),
  statement: Statement.optional(),
  packaging: Packaging,
}

/**
 * One thing the notice asks for: `media` are files with texts, `table` is a list of rows, `record` is a
 * single form (one row) with files beside it.
 */
export const Task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('media'), ...task }),
  z.strictObject({ kind: z.literal('table'), ...task, composites: z.array(CompositeField) }),
  z.strictObject({ kind: z.literal('record'), ...task }),
])
export type Task = z.infer<typeof Task>

/** A task without a mailbox: what is made for it is uploaded or handed in. */
export const isHanded = ({ recipients }: Pick<Task, 'recipients'>): boolean =>
  recipients.every(({ channel }) => channel !== 'mail')
