import type { ImportReport } from '../shared/lists/import-report.ts'
import type { OpenedList } from './open-list.ts'

/** What came of a file with tables in it. */
export type ReadFile = ImportReport['files'][number] & {
  /** A table of it has something beyond the columns that are read. */
  readonly cut?: true
}

/** The report's files, with what was not read of them. */
export const readFiles = ({ plan: { report }, choices }: Pick<OpenedList, 'plan' | 'choices'>): ReadFile[] =>
  report.files.map((counted) => ({
    ...counted,
    ...(choices.some(({ file, table }) => file === counted.name && table.cut) && { cut: true }),
  }))
