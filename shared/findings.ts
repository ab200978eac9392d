import { z } from 'zod'
import { Damage, Format, Unreadable } from './facts.ts'
import { Bound } from './notice/bound.ts'

export const Severity = z.enum(['error', 'warning', 'note'])
export type Severity = z.infer<typeof Severity>
/** The worst first. */
export const severityRank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Severity, number>

/** What a finding is about: a file, a field of it, or a row of a list. Empty: the submission as a whole. */
export const Subject = z.object({
  item: z.string().optional(),
  field: z.string().optional(),
  row: z.string().optional(),
})
export type Subject = z.infer<typeof Subject>

const parameters = <E extends z.ZodType, A extends z.ZodType>(expected: E, actual: A) => ({
  expected,
  actual,
})
const nothing = z.null()
const Whole = z.object({ condition: z.literal('whole') })
const Size = z.object({ width: z.number(), height: z.number() })
const Length = z.object({ words: z.number(), characters: z.number() })
const Window = z.object({ from: z.string(), to: z.string() })
const TextLimit = z.object({ label: z.string(), bound: Bound })
const Labelled = z.object({ label: z.string() })
const Text = z.object({ text: z.string() })
const Taken = z.object({ takenAt: z.string(), source: z.enum(['field', 'file']) })
const Counted = z.object({ count: z.number(), images: z.number(), videos: z.number(), rows: z.number() })
const Quota = z.object({ bound: Bound, unitClass: z.string(), label: z.string() })
const Day = z.object({ date: z.string(), time: z.string().optional(), title: z.string() })
const BytesBound = z.object({ bound: Bound, unit: z.enum(['B', 'K', 'M', 'G']), bases: z.array(z.number()) })

/** Every code a finding may bear, with what was expected and what was measured. */
export const findingParameters = {
  'file-damaged': parameters(Whole, z.object({ damage: Damage, detail: z.string().optional() })),
  'file-unreadable': parameters(Whole, z.object({ reason: Unreadable, detail: z.string().optional() })),
  'format-wrong': parameters(
    z.object({ formats: z.array(Format) }),
    z.object({ format: Format, extension: z.string() }),
  ),
  'kind-not-asked': parameters(
    z.object({ formats: z.array(Format) }),
    z.object({ kind: z.enum(['image', 'video']), format: Format, extension: z.string() }),
  ),
  /** One half of an iPhone's live photo, with the path of the other. */
  'live-photo': parameters(nothing, z.object({ half: z.enum(['still', 'motion']), other: z.string() })),
  'extension-misleading': parameters(
    z.object({ extension: z.string() }),
    z.object({ extension: z.string() }),
  ),
  'not-media': parameters(nothing, z.object({ format: Format })),
  'archive-inside': parameters(nothing, z.object({ format: Format })),
  'shortcut-instead-of-file': parameters(nothing, z.object({ format: Format })),
  'bytes-outside': parameters(BytesBound, z.object({ bytes: z.number() })),
  'bytes-ambiguous': parameters(BytesBound, z.object({ bytes: z.number() })),
  'pixels-outside': parameters(z.object({ bound: Bound }), Size.extend({ pixels: z.number() })),
  'edge-outside': parameters(
    z.object({ edge: z.enum(['long', 'short', 'width', 'height']), bound: Bound }),
    Size.extend({ length: z.number() }),
  ),
  'aspect-wrong': parameters(z.object({ ratios: z.array(z.tuple([z.number(), z.number()])) }), Size),
  'duration-outside': parameters(z.object({ bound: Bound }), z.object({ seconds: z.number() })),
  'codec-unusual': parameters(z.object({ codecs: z.array(z.string()) }), z.object({ codec: z.string() })),
  'chat-copy': parameters(nothing, z.object({ name: z.string() })),
  screenshot: parameters(nothing, z.object({ name: z.string() })),
  'same-file': parameters(nothing, z.object({ others: z.array(z.string()) })),
  'similar-picture': parameters(
    z.object({ distance: z.number() }),
    /** The first of the earlier files, and how many more there are. */
    z.object({ others: z.array(z.string()), more: z.number().int().nonnegative() }),
  ),
  'capture-outside': parameters(Window, Taken),
  'capture-future': parameters(z.object({ today: z.string() }), Taken),
  /** `year` is that of the example in the sentence. */
  'date-unreadable': parameters(Labelled.extend({ year: z.number() }), Text),
  'date-impossible': parameters(Labelled.extend({ year: z.number() }), Text),
  'year-assumed': parameters(Labelled.extend({ year: z.number() }), Text.extend({ date: z.string() })),
  'text-missing': parameters(Labelled, nothing),
  'text-length': parameters(TextLimit, Length),
  'text-length-by-characters': parameters(TextLimit, Length),
  'choice-unknown': parameters(Labelled.extend({ choices: z.array(z.string()) }), Text),
  'phone-unreadable': parameters(Labelled, Text.extend({ suggestion: z.string().optional() })),
  'phone-without-area-code': parameters(Labelled, Text),
  'phone-lost-digits': parameters(Labelled, Text),
  'time-unreadable': parameters(Labelled, Text),
  'time-vague': parameters(Labelled, Text),
  'time-impossible': parameters(Labelled, Text),
  'time-outside': parameters(Window, Text),
  'time-beside-event': parameters(Window, Text),
  'phrase-vague': parameters(Labelled, Text),
  'row-repeated': parameters(
    z.object({ labels: z.array(z.string()) }),
    z.object({ others: z.array(z.string()) }),
  ),
  /** By what two rows look alike, and the ids of the earlier ones. */
  'row-alike': parameters(
    z.object({ by: z.enum(['name-and-time', 'place-and-time', 'name-and-place']) }),
    z.object({ others: z.array(z.string()) }),
  ),
  'name-unusable': parameters(nothing, z.object({ title: z.string() })),
  'unit-name-unusable': parameters(nothing, z.object({ unit: z.string() })),
  'name-characters-replaced': parameters(
    nothing,
    z.object({ replaced: z.array(z.string()), name: z.string() }),
  ),
  'name-shortened': parameters(z.object({ longestStem: z.number() }), z.object({ name: z.string() })),
  'name-numbered': parameters(nothing, z.object({ name: z.string() })),
  'quota-short': parameters(Quota, Counted),
  'quota-exceeded': parameters(Quota, Counted),
  'quota-unknown-class': parameters(
    z.object({ classes: z.array(z.string()) }),
    z.object({ unitClass: z.string() }),
  ),
  'deadline-near': parameters(Day, z.object({ now: z.string(), days: z.number() })),
  'deadline-passed': parameters(Day, z.object({ now: z.string(), days: z.number() })),
  'declaration-missing': parameters(z.object({ text: z.string() }), nothing),
} as const

export type FindingCode = keyof typeof findingParameters
export const findingCodes = Object.keys(findingParameters) as FindingCode[]

export interface FindingOf<C extends FindingCode> {
  /** The requirement's id in the rule pack. */
  readonly rule: string
  readonly code: C
  readonly severity: Severity
  readonly subject: Subject
  readonly expected: z.infer<(typeof findingParameters)[C]['expected']>
  readonly actual: z.infer<(typeof findingParameters)[C]['actual']>
  /** The notice's clause, for people. */
  readonly clause: string
}
/** Something about the submission that the clerk should know, as data; its sentence is made in the view. */
export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode]

/** The same as a schema, for the edges that findings cross. */
export const Finding = z.discriminatedUnion(
  'code',
  findingCodes.map((code) =>
    z.object({
      rule: z.string(),
      code: z.literal(code),
      severity: Severity,
      subject: Subject,
      ...findingParameters[code],
      clause: z.string(),
    }),
  ) as never,
) as unknown as z.ZodType<Finding>

/** The file or the row that a finding is about, by its id; undefined where it is about the whole. */
export const subjectOf = ({ subject }: Pick<Finding, 'subject'>): string | undefined =>
  subject.item ?? subject.row
