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
  type: z.enum([
    'text',
    'paragraph',
    'partial-date',
    'activity-time',
    'phone',
    'choice',
    'number',
    'sequence',
  ]),
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

/**
 * Columns of another office's table that stand across our fields: a name and a phone in one cell
 * (联系人及电话), or one time in two columns (开始时间, 结束时间; 日期, 时段).
 */
export const CompositeField = z.discriminatedUnion('split', [
  z.strictObject({
    split: z.literal('name-and-phone'),
    name: FieldKey,
    phone: FieldKey,
    /** Header texts of the one column that holds both. */
    synonyms: z.array(z.string()).min(1),
  }),
  z.strictObject({
    split: z.literal('start-and-end'),
    field: FieldKey,
    /** Header texts of the two columns that are joined. */
    start: z.array(z.string()).min(1),
    end: z.array(z.string()).min(1),
  }),
  z.strictObject({
    split: z.literal('day-and-hours'),
    field: FieldKey,
    /** Header texts of the two columns that are joined; where only one of them is there, it counts by its synonyms. */
    day: z.array(z.string()).min(1),
    hours: z.array(z.string()).min(1),
  }),
])
export type CompositeField = z.infer<typeof CompositeField>
