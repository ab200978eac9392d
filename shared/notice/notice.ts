import { z } from 'zod'
import { Condition, Facts } from '../facts.ts'
import { findingCodes, Severity } from '../findings.ts'
import { Day, Id, Task } from './task.ts'

/** A class of units with its own quota: 各市, 成员单位, 省级学会. */
const UnitClass = z.strictObject({ id: Id, label: z.string().min(1), aliases: z.array(z.string()) })

/** What is printed for signature before a submission leaves the office. */
const SignOff = z.strictObject({
  roles: z.array(z.string().min(1)),
  reviews: z.array(z.string().min(1)),
  seal: z.boolean(),
  copies: z.number().int().positive(),
})

/**
 * A case that the pack itself brings: what was measured → which findings must come, each code once however
 * often it comes. Facts and fields are laid over a sound file or row, so that each case says only what matters.
 */
export const Case = z.strictObject({
  title: z.string().min(1),
  task: Id,
  unitClass: z.string().optional(),
  /** Local wall-clock time of the check, `YYYY-MM-DDTHH:mm`; by default the task's first milestone. */
  now: z.string().optional(),
  items: z.array(
    z.strictObject({
      name: z.string().optional(),
      facts: Facts.partial().extend({ condition: Condition.optional() }).optional(),
      fields: z.record(z.string(), z.string()).optional(),
      /** The same item so many times, each with its own content. */
      times: z.number().int().positive().optional(),
    }),
  ),
  rows: z
    .array(
      z.strictObject({
        fields: z.record(z.string(), z.string()).optional(),
        /** The same row so many times, each with its own name. */
        times: z.number().int().positive().optional(),
      }),
    )
    .optional(),
  /** By default every declaration of the task is affirmed. */
  declared: z.array(z.string()).optional(),
  /** Only findings of these requirements are compared; by default those of all. */
  about: z.array(z.string()).optional(),
  expect: z.array(
    z.strictObject({ code: z.enum(findingCodes as [string, ...string[]]), severity: Severity.optional() }),
  ),
})
export type Case = z.infer<typeof Case>

/** A notice as data: everything a clerk must know to answer it, and nothing that runs. */
export const Notice = z.strictObject({
  /** For editors: where the JSON Schema lies. */
  $schema: z.string().optional(),
  /** Version of this format. */
  format: z.literal(1),
  id: Id,
  /** Version of the pack, `1.0.0`. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'not-a-version' }),
  title: z.string().min(1),
  /** A short name for lists and subjects: 2023年科普日. */
  shortTitle: z.string().min(1),
  documentNumber: z.string(),
  issuer: z.string().min(1),
  issuedOn: Day,
  year: z.number().int(),
  theme: z.string(),
  /** Hours ahead of UTC where the notice's dates are meant. */
  utcOffset: z.number(),
  events: z.array(z.strictObject({ id: Id, title: z.string().min(1), from: Day, to: Day })),
  /** Ids of packs that this one replaces. */
  supersedes: z.array(Id),
  unitClasses: z.array(UnitClass).min(1),
  tasks: z.array(Task).min(1),
  signOff: SignOff,
  cases: z.array(Case).min(1),
})
export type Notice = z.infer<typeof Notice>
