import { z } from 'zod'
import { Facts } from '../facts.ts'
import { ListTemplate } from '../lists/list-template.ts'
import { Origin } from './origin.ts'
import { Unit } from './unit.ts'

/** What a clerk has written about one file or row, by field key. Absent and blank mean the same. */
export const FieldValues = z.record(z.string(), z.string())
export type FieldValues = z.infer<typeof FieldValues>

/** One file of a submission. */
export const Item = z.object({
  /** The engine's id of the source file. */
  id: z.string().min(1),
  /** Path below the folder that was dropped, with `/`: `2023-05-20 进校园/IMG_1201.JPG`. */
  relative: z.string().min(1),
  fields: FieldValues,
  facts: Facts,
})
export type Item = z.infer<typeof Item>

/** One row of a list. */
export const Row = z.object({
  id: z.string().min(1),
  fields: FieldValues,
  /** Where it was read; several when the same was sent twice. Absent for a row that the clerk wrote. */
  origins: z.array(Origin).optional(),
  /** What stood in the table, where a field was written in another way than it is here. */
  original: FieldValues.optional(),
  /** Rows that look like this one, and which the clerk has said are other activities. */
  apart: z.array(z.string()).optional(),
})
export type Row = z.infer<typeof Row>

/** A finding that the clerk keeps, with the reason, of the file or row `item`; without it, every finding of that code. */
export const Waiver = z.object({
  code: z.string().min(1),
  item: z.string().optional(),
  reason: z.string().trim().min(1),
})
export type Waiver = z.infer<typeof Waiver>

/** Everything that is judged: one task's files, rows, texts and declarations. */
export const Submission = z.object({
  task: z.string().min(1),
  unit: Unit.optional(),
  items: z.array(Item),
  rows: z.array(Row),
  /** Optional fields of a list that the clerk has turned on, in the order of the notice. */
  columns: z.array(z.string()).optional(),
  /** The clerk's own workbook that a list is written into; without it the one that is shipped. */
  template: ListTemplate.optional(),
  /** Whether small pictures are set into the Word files that the notice allows them in. */
  thumbnails: z.boolean().optional(),
  /** Ids of declarations the clerk has affirmed. */
  declared: z.array(z.string()),
  waivers: z.array(Waiver),
})
export type Submission = z.infer<typeof Submission>
