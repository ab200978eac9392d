import { fillLines, fillTemplate, type Tokens } from '../naming/fill-template.ts'
import type { DocumentTemplate } from '../notice/task.ts'
import { partLine } from '../wording/document-words.ts'
import { kindNames } from '../wording/kind-names.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'
import { formatPartialDate, parsePartialDate } from '../text/partial-date.ts'
import type { PackagePlan, PlannedPart } from './plan.ts'

/** A document's content, before any file format: what stands above the table, and its cells. */
interface DocumentContent {
  readonly title: string
  readonly annexLabel: string | undefined
  readonly preamble: readonly string[]
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  /** Which rows are about files of this part, from 0; undefined where there is only one part. */
  readonly marked?: ReadonlySet<number> | undefined
}

/**
 * One row for each file of the whole submission in its order (or each row of a list), columns filled by the template. Where
 * there are several parts each says so, and its own rows are marked.
 */
export function documentContent(
  template: DocumentTemplate,
  submission: Submission,
  { parts }: Pick<PackagePlan, 'parts'>,
  part: PlannedPart,
  tokens: Tokens,
): DocumentContent {
  const records: Tokens[] = [
    ...sentItems(submission, parts).map(({ item, name }): Tokens => ({
      ...readable(item.fields, tokens),
      name,
      kind: kindNames[intendedKind(item)],
    })),
    ...submission.rows.map((row): Tokens => readable(row.fields, tokens)),
  ]
  const numbers = parts.length > 1 ? part.items.map(({ number }) => number) : undefined
  return {
    title: fillTemplate(template.title, tokens),
    annexLabel: template.annexLabel,
    preamble: [
      ...fillLines(template.preamble, tokens).flatMap((line) => line.split('\n')),
      ...(numbers ? [partLine(part, numbers)] : []),
    ],
    columns: template.columns.map(({ label, width }) => ({ label, width })),
    rows: records.map((record, index) => {
      // The record's own words win over the submission's of the same name (a row's 联系人).
      const all = { ...tokens, ...record, seq: String(index + 1) }
      return template.columns.map((column) => fillTemplate(column.template, all))
    }),
    ...(numbers && { marked: new Set(numbers.map((number) => number - 1)) }),
  }
}

/** The file of each row, in the order of the rows; undefined where the row is about no picture of this part. */
export function picturedItems(
  submission: Submission,
  { parts }: Pick<PackagePlan, 'parts'>,
  part: PlannedPart,
): (SentItem | undefined)[] {
  const own = new Set(part.items.map(({ item }) => item))
  const pictures = sentItems(submission, parts).map((sent) =>
    own.has(sent.item.id) && intendedKind(sent.item) === 'image' ? sent : undefined,
  )
  return [...pictures, ...submission.rows.map(() => undefined)]
}

interface SentItem {
  readonly item: Item
  /** Its name in the package. */
  readonly name: string
}

/** The files that go out, whichever part they are in, in the order of the submission. */
function sentItems({ items }: Submission, parts: readonly PlannedPart[]): SentItem[] {
  const names = new Map(parts.flatMap((part) => part.items.map(({ item, name }) => [item, name] as const)))
  return items.flatMap((item) => {
    const name = names.get(item.id)
    return name === undefined ? [] : [{ item, name }]
  })
}

/** Fields as a document shows them: a capture time that can be read is written out with its year, 2023年5月20日. */
function readable(fields: Readonly<Record<string, string>>, { captureYear }: Tokens): Tokens {
  const assumed = captureYear ? { assumedYear: Number(captureYear) } : {}
  const date = parsePartialDate(fields['takenAt'] ?? '', assumed)
  return date ? { ...fields, takenAt: formatPartialDate(date) } : fields
}
