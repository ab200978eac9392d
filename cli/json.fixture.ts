import { z } from 'zod'

/**
 * The JSON that scripts are promised on standard output. Written down a second time on purpose: fields may be added
 * to it, never renamed.
 */
export const FindingJson = z.looseObject({
  rule: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  subject: z.looseObject({
    item: z.string().optional(),
    field: z.string().optional(),
    row: z.string().optional(),
  }),
  expected: z.unknown(),
  actual: z.unknown(),
  clause: z.string().min(1),
  message: z.string().min(1),
})
export type FindingJson = z.infer<typeof FindingJson>

export const UnitJson = z.strictObject({
  name: z.string(),
  class: z.string(),
  region: z.string().optional(),
  contact: z.string(),
  phone: z.string(),
})

export const CheckJson = z.looseObject({
  notice: z.literal('liaoning-2023'),
  task: z.string(),
  unit: UnitJson.optional(),
  items: z.array(
    z.looseObject({
      source: z.string(),
      kind: z.enum(['image', 'video', 'other']),
      name: z.string().nullable(),
      facts: z.looseObject({ bytes: z.number(), modified: z.iso.datetime() }),
      findings: z.array(FindingJson),
    }),
  ),
  findings: z.array(FindingJson),
  counts: z.looseObject({
    items: z.number(),
    images: z.number(),
    videos: z.number(),
    ignored: z.number(),
    errors: z.number(),
    warnings: z.number(),
  }),
})
export type CheckJson = z.infer<typeof CheckJson>

const OriginJson = z.looseObject({ file: z.string(), sheet: z.string(), row: z.number().int().positive() })

export const ActivitiesJson = z.looseObject({
  notice: z.literal('liaoning-2023'),
  task: z.literal('activities'),
  unit: UnitJson.optional(),
  rows: z.array(z.looseObject({ name: z.string(), origin: OriginJson, origins: z.array(OriginJson).min(1) })),
  findings: z.array(
    FindingJson.extend({
      subject: z.looseObject({ row: z.number().int().positive().optional(), field: z.string().optional() }),
    }),
  ),
  report: z.looseObject({
    files: z.array(z.looseObject({ name: z.string(), read: z.number(), kept: z.number() })),
    read: z.number(),
    kept: z.number(),
    merged: z.number(),
    mergedRows: z.array(z.looseObject({ origin: OriginJson, into: OriginJson.optional() })),
    skipped: z.array(OriginJson.extend({ reason: z.string() })),
  }),
  unread: z.array(z.looseObject({ path: z.string(), message: z.string() })),
  counts: z.looseObject({ rows: z.number(), errors: z.number(), warnings: z.number() }),
})
export type ActivitiesJson = z.infer<typeof ActivitiesJson>

export const PackJson = z.looseObject({
  planned: z.number(),
  packed: z.number(),
  packages: z.array(
    z.looseObject({ path: z.string(), bytes: z.number(), sha256: z.hex().length(64), items: z.number() }),
  ),
  documents: z.array(z.string()),
  mails: z.array(
    z.looseObject({
      to: z.email(),
      subject: z.string(),
      mandated: z.boolean(),
      body: z.string(),
      attachments: z.array(z.string()),
    }),
  ),
  waived: z.array(z.looseObject({ code: z.string(), reason: z.string() })),
  pdf: z.enum(['written', 'off', 'none', 'failed']),
  out: z.string(),
})
export type PackJson = z.infer<typeof PackJson>

export const VerifyJson = z.looseObject({
  ok: z.boolean(),
  packages: z.array(
    z.looseObject({
      path: z.string(),
      ok: z.boolean(),
      items: z.number(),
      problems: z.array(
        z.looseObject({
          code: z.string(),
          item: z.string().optional(),
          expected: z.unknown().optional(),
          actual: z.unknown().optional(),
        }),
      ),
    }),
  ),
})
export type VerifyJson = z.infer<typeof VerifyJson>

/** What stands on standard output when nothing could be done. */
export const FaultJson = z.looseObject({
  fault: z.looseObject({ code: z.string() }),
  message: z.string().min(1),
})
export const BlockedJson = FaultJson.extend({ findings: z.array(FindingJson) })
