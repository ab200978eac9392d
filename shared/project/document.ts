import { z } from 'zod'
import { ImportRecord } from '../lists/import-report.ts'
import { ListTemplate } from '../lists/list-template.ts'
import { SendingChoice } from '../packing/sending.ts'
import { PackResult } from '../packing/pack-result.ts'
import { FieldValues, Row, Waiver } from './submission.ts'

/** Where a file of the project lies. Only the engine opens it. */
const ItemSource = z.object({
  /** Absolute. */
  path: z.string(),
  /** The dropped folder (or file) it was found under, absolute. */
  root: z.string(),
})

/** A file as the project remembers it; what is measured of it lies in the facts cache. */
export const DraftItem = z.object({
  id: z.string().min(1),
  /** Path below the dropped folder, with `/`; unique within the task. */
  relative: z.string().min(1),
  source: ItemSource,
  fields: FieldValues,
  /** What the file was on the computer that the project comes from: by it the file is found again on this one. */
  was: z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().optional() }).optional(),
})
export type DraftItem = z.infer<typeof DraftItem>

/** The unit's particulars while they are being entered: any of them may still be blank. */
export const UnitDraft = z.object({
  name: z.string(),
  class: z.string(),
  region: z.string(),
  contact: z.string(),
  phone: z.string(),
})
export type UnitDraft = z.infer<typeof UnitDraft>
export const blankUnit: UnitDraft = { name: '', class: '', region: '', contact: '', phone: '' }

/** A package that was written, and what became of it. */
export const PackageRecord = z.object({
  id: z.string().min(1),
  /** Counts the packings of the task from 1, sent or not; a later package supersedes the earlier ones. */
  version: z.number().int().positive(),
  /** ISO 8601 in UTC. */
  packedAt: z.string(),
  result: PackResult,
  /** Of what it was made of: another mark of the draft says that something was changed since. Older records have none. */
  mark: z.string().optional(),
  /** When each mail was sent, by its number from 0. */
  sent: z.record(z.string(), z.string()),
  /** Packed on another computer: its files are not on this one, and its paths lead nowhere. */
  elsewhere: z.literal(true).optional(),
})
export type PackageRecord = z.infer<typeof PackageRecord>

/** One task's work: what will be judged, and what was packed of it. */
export const TaskDraft = z.object({
  items: z.array(DraftItem),
  rows: z.array(Row),
  declared: z.array(z.string()),
  waivers: z.array(Waiver),
  packages: z.array(PackageRecord),
  /** Optional fields of a list that are turned on. */
  columns: z.array(z.string()).optional(),
  template: ListTemplate.optional(),
  /** Whether small pictures are set into the Word files that the notice allows them in. */
  thumbnails: z.boolean().optional(),
  /** How packages go out, as far as the clerk has chosen. */
  sending: SendingChoice.optional(),
  /** Tables that were taken in, the latest last. */
  imports: z.array(ImportRecord).optional(),
})
export type TaskDraft = z.infer<typeof TaskDraft>
const emptyTask: TaskDraft = { items: [], rows: [], declared: [], waivers: [], packages: [] }

/** All that must survive a closed window: one clerk's answer to one notice. */
export const ProjectDocument = z.object({
  format: z.literal(1),
  id: z.string().min(1),
  notice: z.object({ id: z.string(), version: z.string() }),
  /** Counts the changes; a window that holds another number has missed some. */
  revision: z.number().int().nonnegative(),
  /** ISO 8601 in UTC. */
  createdAt: z.string(),
  changedAt: z.string(),
  unit: UnitDraft,
  /** By task id; a task nobody has touched is absent. */
  tasks: z.record(z.string(), TaskDraft),
})
export type ProjectDocument = z.infer<typeof ProjectDocument>

/** The packages of a task, the newest first. */
export const newestFirst = ({ packages }: Pick<TaskDraft, 'packages'>): PackageRecord[] =>
  packages.toSorted((a, b) => b.version - a.version)

/** The package that stands for a task now. */
export const newestPackage = (draft: Pick<TaskDraft, 'packages'>): PackageRecord | undefined =>
  newestFirst(draft)[0]

export const taskDraft = (document: ProjectDocument, task: string): TaskDraft =>
  document.tasks[task] ?? emptyTask
