import { z } from 'zod'
import { Format } from '../facts.ts'
import { Severity } from '../findings.ts'
import { Bound } from './bound.ts'
import { FieldKey } from './field.ts'

/** Where a requirement comes from: the notice's clause and its own sentence, or our reading of it. */
const Basis = z.strictObject({
  clause: z.string().min(1),
  sentence: z.string().min(1),
  /** `explicit`: the sentence says so. `assumed`: our reading, shown as such. */
  standing: z.enum(['explicit', 'assumed']),
})

const common = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'not-an-id' }),
  severity: Severity,
  /** Whether the clerk may keep what breaks it by giving a reason. */
  waivable: z.boolean(),
  basis: Basis,
  /** What to do, in plain words. */
  advice: z.string().min(1),
}
const Media = z.enum(['image', 'video', 'any'])
const PartialDateText = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'not-a-date' })

const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...common, ...shape })

/** Everything that a notice may require. A new member needs a check in rules/registry.ts to compile. */
export const Requirement = z.discriminatedUnion('kind', [
  /** Only the kinds of media that the task asks for: other files are named, and stay out of the package. */
  kind('belongs', { shortcut: Severity, archive: Severity, other: Severity }),
  /** The file is whole: it opens and decodes to its end. */
  kind('intact', { media: Media }),
  /** The content's format, whatever the extension says. */
  kind('format', { media: Media, formats: z.array(Format).min(1) }),
  /**
   * The file's size. `3M` is ambiguous: each base in `bases` is one reading (1024 as Windows Explorer counts,
   * 1000 as disks are sold). Kept under all readings is fine, under none is `severity`, under some is `ambiguous`.
   */
  kind('bytes', {
    media: Media,
    bound: Bound,
    unit: z.enum(['B', 'K', 'M', 'G']),
    bases: z.array(z.union([z.literal(1000), z.literal(1024)])).min(1),
    ambiguous: Severity,
  }),
  /** Width × height. */
  kind('pixels', { media: Media, bound: Bound }),
  /** The length of one edge in pixels, as displayed. */
  kind('edge', { media: Media, edge: z.enum(['long', 'short', 'width', 'height']), bound: Bound }),
  /** Width to height, within `tolerance` (0.01 is one per cent). */
  kind('aspect', {
    media: Media,
    ratios: z.array(z.tuple([z.number().positive(), z.number().positive()])).min(1),
    tolerance: z.number().nonnegative(),
  }),
  /** Playing time in seconds. */
  kind('duration', { media: Media, bound: Bound }),
  /** The video's codec, by ffprobe's name. */
  kind('codec', { media: Media, codecs: z.array(z.string()).min(1) }),
  /** Not a chat program's copy and not a screenshot, as far as name and pixels tell. */
  kind('original', { media: Media }),
  /** No file twice: identical bytes are `severity`, near-identical pictures are `similar`. */
  kind('distinct', { similar: Severity, distance: z.number().int().min(0).max(64) }),
  /** When it was taken: a year, a month or a day in `from`..`to`, both included; without `to`, until now. */
  kind('capture-window', { field: FieldKey, from: PartialDateText, to: PartialDateText.optional() }),
  /** A field that must be filled in. */
  kind('text-required', { field: FieldKey }),
  /** The length of a text in 字 as Word counts; `characters` also warns by 字符数(不计空格). */
  kind('text-limit', { field: FieldKey, bound: Bound, alsoCharacters: z.boolean() }),
  /** A value out of the field's choices. */
  kind('choice', { field: FieldKey }),
  /** A phone that can be dialled. */
  kind('phone', { field: FieldKey }),
  /** A time that can be read and lies in the zones: the best zone it touches counts, outside all is `severity`. */
  kind('activity-time', {
    field: FieldKey,
    zones: z
      .array(
        z.strictObject({ from: PartialDateText, to: PartialDateText, verdict: z.enum(['fine', 'warning']) }),
      )
      .min(1),
    /** The year of a time that names none. */
    assumedYear: z.number().int(),
  }),
  /** Texts that look like a way out: 本单位 anywhere in the text, or the whole text being 同上; anywhere by default. */
  kind('phrase', {
    field: FieldKey,
    avoid: z.array(z.string().min(1)).min(1),
    match: z.enum(['anywhere', 'whole']).optional(),
  }),
  /** No row twice by these fields. */
  kind('distinct-rows', { fields: z.array(FieldKey).min(1) }),
  /**
   * Rows that are probably one activity written twice: much the same name at overlapping times, or one place at one time.
   * What `distinct-rows` says already is not said again, and what the clerk has kept apart is not said at all.
   */
  kind('alike-rows', {
    name: FieldKey,
    time: FieldKey,
    place: FieldKey,
    /** The year of a time that names none. */
    assumedYear: z.number().int(),
  }),
  /** The file's name can be made as prescribed: a usable title, length, characters. */
  kind('file-name', { longestStem: z.number().int().positive() }),
  /** How many, by the unit's class; `counts` are counted together. */
  kind('quota', {
    counts: z.array(z.enum(['image', 'video', 'row'])).min(1),
    quotas: z.array(z.strictObject({ unitClass: z.string(), bound: Bound })).min(1),
  }),
  /** A date of the task that must not have passed. */
  kind('milestone', { milestone: z.string(), nearDays: z.number().int().nonnegative() }),
  /** A sentence the clerk must affirm. */
  kind('declaration', { declaration: z.string() }),
])
export type Requirement = z.infer<typeof Requirement>
export type RequirementKind = Requirement['kind']
export type RequirementOf<K extends RequirementKind> = Extract<Requirement, { kind: K }>
