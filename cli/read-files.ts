import type { LinePlace } from '../shared/project/origin.ts'
import type { OpenedList } from './open-list.ts'

/** What came of a file with tables in it. */
export interface ReadFile {
  readonly name: string
  readonly read: number
  readonly kept: number
  /** Of those kept, the rows that the sheet hides; undefined for none. */
  readonly hiddenRows?: number | undefined
  /** A table of it has something beyond the columns that are read. */
  readonly cut?: true
}

/** The report's files, with what is not to be seen in them on the screen of who sent them, or not read. */
export function readFiles({ plan: { report }, choices }: Pick<OpenedList, 'plan' | 'choices'>): ReadFile[] {
  const keyOf = ({ file, sheet, row }: LinePlace) => `${file}\0${sheet}\0${row}`
  const gone = new Set([...report.skipped, ...report.merged.map(({ origin }) => origin)].map(keyOf))
  return report.files.map((counted) => {
    const { name: file } = counted
    const own = choices.filter((choice) => choice.file === file)
    const hidden = own
      .filter(({ taken }) => taken)
      .flatMap(({ table: { sheet, lines } }) =>
        lines.filter(
          ({ hidden: isHidden, row, cells }) =>
            isHidden === true && cells.length > 0 && !gone.has(keyOf({ file, sheet, row })),
        ),
      )
    return {
      ...counted,
      ...(hidden.length > 0 && { hiddenRows: hidden.length }),
      ...(own.some(({ table }) => table.cut) && { cut: true }),
    }
  })
}
