import { z } from 'zod'
import { ImportRecord } from '../lists/import-report.ts'
import { ListTemplate } from '../lists/list-template.ts'
import { SendingChoice } from '../packing/sending.ts'
import { DraftItem, UnitDraft } from './document.ts'
import { FieldValues, Row } from './submission.ts'

const task = z.string().min(1)

/** One change to a project, as data: applied by the same pure function in the window and in the engine. */
export const Edit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set-unit'), unit: UnitDraft }),
  /** Texts of files or rows; only the fields named change. Filling down and pasting a block are many values in one edit. */
  z.object({
    type: z.literal('set-values'),
    task,
    values: z.array(z.object({ id: z.string(), fields: FieldValues })),
  }),
  /** Files come in; `at` puts one back where it was, without it they stand at the end. */
  z.object({
    type: z.literal('add-items'),
    task,
    items: z.array(z.object({ item: DraftItem, at: z.number().int().nonnegative().optional() })),
  }),
  z.object({ type: z.literal('remove-items'), task, items: z.array(z.string()) }),
  z.object({
    type: z.literal('add-rows'),
    task,
    rows: z.array(z.object({ row: Row, at: z.number().int().nonnegative().optional() })),
  }),
  z.object({ type: z.literal('remove-rows'), task, rows: z.array(z.string()) }),
  /** Rows in place of those with the same ids, whole: for what is more than texts, such as origins. */
  z.object({ type: z.literal('put-rows'), task, rows: z.array(Row) }),
  /** Another order of the rows; those that are not named stay behind them. */
  z.object({ type: z.literal('order-rows'), task, rows: z.array(z.string()) }),
  /** Optional fields of a list that are turned on. */
  z.object({ type: z.literal('set-columns'), task, columns: z.array(z.string()) }),
  /** The clerk's own workbook that the list is written into, or null for the one that is shipped. */
  z.object({ type: z.literal('set-template'), task, template: ListTemplate.nullable() }),
  /** Remembers what became of tables that were taken in. */
  z.object({ type: z.literal('record-import'), task, record: ImportRecord }),
  z.object({ type: z.literal('forget-import'), task, record: z.string() }),
  /** Small pictures in the Word files, or none. */
  z.object({ type: z.literal('set-thumbnails'), task, on: z.boolean() }),
  /** How the task's packages go out; an empty choice leaves it to us. */
  z.object({ type: z.literal('set-sending'), task, sending: SendingChoice }),
  z.object({ type: z.literal('declare'), task, declaration: z.string(), affirmed: z.boolean() }),
  /** Keeps a finding with a reason; a blank reason takes the waiver back. `item` is a file or a row; without it, it covers every finding of the code. */
  z.object({
    type: z.literal('waive'),
    task,
    code: z.string(),
    item: z.string().optional(),
    reason: z.string(),
  }),
  /** A mail of a package, counted from 0, was sent (ISO 8601 in UTC), or was not after all. */
  z.object({
    type: z.literal('mark-sent'),
    task,
    package: z.string().min(1),
    mail: z.number().int().nonnegative(),
    at: z.iso.datetime().nullable(),
  }),
])
export type Edit = z.infer<typeof Edit>
export type EditOf<T extends Edit['type']> = Extract<Edit, { type: T }>
