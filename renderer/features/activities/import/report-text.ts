import type { ImportReport, SkipReason } from '../../../../shared/lists/import-report.ts'
import type { Origin } from '../../../../shared/project/origin.ts'
import type { Row } from '../../../../shared/project/submission.ts'

/** A line that became no row of its own. */
export interface ReportLine extends Origin {
  readonly key: string
  readonly reason: SkipReason | 'merged'
  /** What stood there; of a merged line what its row is called now, if it is still there. */
  readonly text: string
  /** The line that says the same; undefined where that stood in the list before. */
  readonly into?: Origin | undefined
}

/** What a clerk should look at first stands first; titles and headers are no loss. */
const order: readonly ReportLine['reason'][] = [
  'no-header',
  'hidden-sheet',
  'left-out',
  'no-activity',
  'remark',
  'merged',
  'example',
  'total',
  'signature',
  'title',
  'header',
]

/** The lines that became no row of their own, by reason. */
export const reportLines = (
  { merged, skipped }: ImportReport,
  names: ReadonlyMap<string, string> = new Map(),
): ReportLine[] =>
  [
    ...merged.map(({ origin, into }, index) => ({
      ...origin,
      key: `merged ${index}`,
      reason: 'merged' as const,
      text: names.get(originKey(origin)) ?? '',
      into,
    })),
    ...skipped.map((line, index) => ({ ...line, key: `skipped ${index}` })),
  ].toSorted((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason))

/** What rows are called, by the places that they come from. */
export const namesByOrigin = (rows: readonly Row[], name: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ fields, origins = [] }) =>
      origins.map((origin) => [originKey(origin), fields[name ?? ''] ?? ''] as const),
    ),
  )

const originKey = ({ file, sheet, row }: Origin): string => [file, sheet, row].join('\n')

/** Rows as text that Excel and WPS paste into cells. */
export const pasteText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ').trim()).join('\t')).join('\r\n')
