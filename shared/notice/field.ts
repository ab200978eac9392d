import { z } from 'zod'

/** The key of a form field or a list's column, as it stands in files and findings: `title`, `takenAt`, `phone`. */
export const FieldKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: 'not-a-key' })

/**
 * One thing a clerk writes about a file or in a row of a list. What is required of it stands in the
 * task's requirements, so that each limit has one place.
 */
export const Field = z.strictObject({
  key: FieldKey,
  label: z.string().min(1),
  /** How the text is understood: a partial date for a capture time, an activity time for a list's row. */
  type: z.enum(['text', 'paragraph', 'partial-date', 'activity-time', 'phone', 'choice', 'number', 'sequence']),
  /** Said under the label: what belongs in it. */
  hint: z.string().optional(),
  /** Prompts for a paragraph: 时间, 事由, 人物, 意义. */
  prompts: z.array(z.string()).optional(),
  /** The values offered for a choice. */
  choices: z.array(z.string()).min(2).optional(),
  /** Header texts of other offices' tables that mean this field; the longest match wins. */
  synonyms: z.array(z.string()).optional(),
  /** Synonyms that count only where no other column claims the field. */
  fallbackSynonyms: z.array(z.string()).optional(),
  /** Shown and written only when the clerk turns the column on. */
  optional: z.boolean().optional(),
  /** Width of the column in a workbook, in characters of the default font. */
  width: z.number().positive().optional(),
})
export type Field = z.infer<typeof Field>

/** One column of another office's table that holds several fields: 联系人及电话. */
export const CompositeField = z.strictObject({
  fields: z.array(FieldKey).min(2),
  synonyms: z.array(z.string()).min(1),
  /** How a cell is taken apart: a name and a phone in one cell, or two columns joined to one time. */
  split: z.enum(['name-and-phone', 'start-and-end']),
})
export type CompositeField = z.infer<typeof CompositeField>
