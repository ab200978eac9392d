import { fillLines, fillTemplate, type Tokens } from '../naming/fill-template.ts'
import type { DocumentTemplate } from '../notice/task.ts'
import { kindNames } from '../wording/kind-names.ts'
import { intendedKind } from '../project/item-kind.ts'
import type { Item, Submission } from '../project/submission.ts'
import { formatPartialDate, parsePartialDate } from '../text/partial-date.ts'
import type { PlannedPart } from './plan.ts'

/** A document's content, before any file format: what stands above the table, and its cells. */
interface DocumentContent {
  readonly title: string
  readonly annexLabel: string | undefined
  readonly preamble: readonly string[]
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** One row for each file of the part (or each row of a list), columns filled by the template. */
export function documentContent(
  template: DocumentTemplate,
  submission: Submission,
  part: PlannedPart,
  tokens: Tokens,
): DocumentContent {
  const items = new Map(submission.items.map((item) => [item.id, item]))
  const records: Tokens[] = [
    ...part.items.flatMap((planned): Tokens[] => {
      const item = items.get(planned.item)
      return item
        ? [{ ...readable(item.fields, tokens), name: planned.name, kind: kindNames[intendedKind(item)] }]
        : []
    }),
    ...submission.rows.map((row): Tokens => readable(row.fields, tokens)),
  ]
  return {
    title: fillTemplate(template.title, tokens),
    annexLabel: template.annexLabel,
    preamble: fillLines(template.preamble, tokens).flatMap((line) => line.split('\n')),
    columns: template.columns.map(({ label, width }) => ({ label, width })),
    rows: records.map((record, index) => {
      // The record's own words win over the submission's of the same name (a row's 联系人).
      const all = { ...tokens, ...record, seq: String(index + 1) }
      return template.columns.map((column) => fillTemplate(column.template, all))
    }),
  }
}

/** The file of each row, in the order of the rows; undefined where the row is about no picture. */
export function picturedItems(submission: Submission, part: PlannedPart): (PicturedItem | undefined)[] {
  const items = new Map(submission.items.map((item) => [item.id, item]))
  const pictures = part.items.flatMap(({ item: id, name }) => {
    const item = items.get(id)
    return item ? [intendedKind(item) === 'image' ? { item, name } : undefined] : []
  })
  return [...pictures, ...submission.rows.map(() => undefined)]
}

interface PicturedItem {
  readonly item: Item
  /** Its name in the package. */
  readonly name: string
}

/** Fields as a document shows them: a capture time that can be read is written out with its year, 2023年5月20日. */
function readable(fields: Readonly<Record<string, string>>, { captureYear }: Tokens): Tokens {
  const assumed = captureYear ? { assumedYear: Number(captureYear) } : {}
  const date = parsePartialDate(fields['takenAt'] ?? '', assumed)
  return date ? { ...fields, takenAt: formatPartialDate(date) } : fields
}
