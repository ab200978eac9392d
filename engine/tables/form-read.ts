import { Fault, type FormProblem } from '../../shared/faults.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { FieldValues } from '../../shared/project/submission.ts'
import { fieldColumns } from './form-layout.ts'
import type { FormLine } from './form-rows.ts'
import { fileMatcher } from './match-file.ts'
import { readSheetsApart } from './read-sheets-apart.ts'
import type { SheetsRead } from './read-sheets.ts'

/** One file's row. */
export interface ReadRow {
  /** One of the known paths. */
  readonly relative: string
  /** A text for each field that has a column, blank where the cell is: a text that was deleted must not come back. */
  readonly fields: FieldValues
  /** Number of the row as Excel shows it. */
  readonly row: number
}
export interface ReadForm {
  readonly rows: ReadRow[]
  /** Known files that the form does not name. */
  readonly missing: string[]
  /** Rows that were passed over, for no known file bears the name. */
  readonly unknown: readonly UnknownFile[]
}
/** A name in the form, and its cell as Excel names it. */
export interface UnknownFile {
  readonly cell: string
  readonly file: string
}

/**
 * Reads a filled-in form (.xlsx, .xls, .et). Columns are found by their labels and may stand in any order; every visible
 * sheet with the labels is read. All of it is sound, or nothing is returned.
 *
 * @param options.path only for messages
 * @param options.known paths of the submission's files below the folder that was dropped
 * @param options.passOver whether a row of an unknown file is passed over; else it makes the form invalid
 * @throws Fault `form-invalid` with everything that is wrong, each at its cell
 */
export async function readForm(options: {
  readonly path: string
  readonly content: Buffer
  readonly task: Task
  readonly known: readonly string[]
  readonly passOver?: boolean | undefined
}): Promise<ReadForm> {
  return formOf(
    await readSheetsApart(
      options.content,
      fieldColumns(options.task, () => true),
    ),
    options,
  )
}

/** The rows of a form whose sheets are read, each given to its file. Throws as `readForm` does. */
export function formOf(
  read: SheetsRead,
  options: {
    readonly path: string
    readonly known: readonly string[]
    readonly passOver?: boolean | undefined
  },
): ReadForm {
  const invalid = (problems: readonly FormProblem[]) =>
    new Fault({ code: 'form-invalid', path: options.path, problems: [...problems] })
  if (!read.ok) throw invalid(read.problems)
  const { unknown, problems: others, ...found } = assign(read.lines, options.known)
  const problems = options.passOver
    ? others
    : [...unknown.map((one) => ({ problem: 'unknown-file', ...one }) as const), ...others]
  if (read.problems.length + problems.length > 0) throw invalid([...read.problems, ...problems])
  return { ...found, unknown }
}

/** Gives each line to the file it names. */
function assign(
  lines: readonly FormLine[],
  known: readonly string[],
): ReadForm & { readonly problems: FormProblem[] } {
  const match = fileMatcher(known)
  const seen = new Set<string>()
  const rows: ReadRow[] = []
  const unknown: UnknownFile[] = []
  const problems: FormProblem[] = []
  for (const { row, fileCell: cell, file, fields } of lines) {
    const relative = match(file)
    if (file === '') problems.push({ problem: 'no-file', cell })
    else if (relative === undefined) unknown.push({ cell, file })
    else if (seen.has(relative)) problems.push({ problem: 'repeated-file', cell, file })
    else rows.push({ relative, fields, row })
    if (relative !== undefined) seen.add(relative)
  }
  return { rows, missing: known.filter((relative) => !seen.has(relative)), unknown, problems }
}
