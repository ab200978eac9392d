import { z } from 'zod'

/** A label and what stands behind it. Two that are not `wide` share a line. */
const Entry = z.object({ label: z.string(), lines: z.array(z.string()), wide: z.boolean() })
export type Entry = z.infer<typeof Entry>

const Tick = z.object({ text: z.string(), ticked: z.boolean() })
export type Tick = z.infer<typeof Tick>

/** What a paper is made of, from the top down. */
export const PaperBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entries'), entries: z.array(Entry) }),
  /** Boxes to be ticked by hand, or ticked already. */
  z.object({ kind: z.literal('ticks'), label: z.string(), ticks: z.array(Tick) }),
  /** A field for each role with a line for the date, and one for the seal. */
  z.object({ kind: z.literal('signatures'), roles: z.array(z.string()), seal: z.boolean() }),
  /** Running text, each paragraph indented by two characters. */
  z.object({ kind: z.literal('paragraphs'), lines: z.array(z.string()) }),
  /** Goes on over as many sheets as it needs, its header on each. */
  z.object({
    kind: z.literal('table'),
    title: z.string(),
    /** Widths are relative to one another. */
    columns: z.array(z.object({ label: z.string(), width: z.number().positive() })).min(1),
    rows: z.array(z.array(z.string())),
  }),
])
export type PaperBlock = z.infer<typeof PaperBlock>

/** `checklist` is signed before a submission leaves the office; `statement` is on rights. */
export const PaperKind = z.enum(['checklist', 'statement'])
export type PaperKind = z.infer<typeof PaperKind>

/** The archives that a paper speaks of. */
const PaperPart = z.object({
  fileName: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** A paper to be printed and signed: all that it says, before any layout. A4, upright. */
export const Paper = z.object({
  format: z.literal(1),
  kind: PaperKind,
  /** Set at the top left: 附件2. */
  annexLabel: z.string().optional(),
  title: z.string(),
  /** Lines under the title. */
  subtitle: z.array(z.string()),
  blocks: z.array(PaperBlock),
  /** In small letters at the foot of each sheet: what made it, and when. */
  colophon: z.string(),
  properties: z.object({ title: z.string(), author: z.string(), description: z.string() }),
  parts: z.array(PaperPart),
})
export type Paper = z.infer<typeof Paper>

/** Names of the files beside the archives, without extension: `.html`, and `.pdf` where a program can make one. */
export const paperNames = {
  checklist: '报送核对单',
  statement: '权属与授权声明',
} as const satisfies { readonly [K in PaperKind]: string }
