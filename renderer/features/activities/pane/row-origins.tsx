import { fieldLabel, requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Task } from '../../../../shared/notice/task.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { parseActivityTime } from '../../../../shared/text/activity-time.ts'
import { originText, words } from '../wording.ts'

interface Props {
  readonly task: Task
  readonly row: Row
  /** Of the active cell: what stood there comes first. */
  readonly field: string
}

/** Where a row was read, and what stood there where it is written in another way here. */
export function RowOrigins({ task, row, field }: Props) {
  const { origins = [], original = {} } = row
  const changed = Object.entries(original).toSorted(([a], [b]) => Number(b === field) - Number(a === field))
  const year = yearAssumed(task, row)
  return (
    <section className="row-origins">
      {origins.length === 0 ? (
        <p>{words.typed}</p>
      ) : (
        <>
          <h3>{origins.length > 1 ? words.several(origins.length) : words.from}</h3>
          <ul>
            {origins.map((origin) => (
              <li key={originText(origin)}>{originText(origin)}</li>
            ))}
          </ul>
        </>
      )}
      {changed.map(([key, text]) => (
        <blockquote key={key} className={key === field ? 'row-original-here' : undefined}>
          {key === field ? words.wrote(text) : words.wroteIn(fieldLabel(task, key), text)}
          {year !== undefined && year.field === key && (
            <>
              <br />
              {words.yearAssumed(year.year)}
            </>
          )}
        </blockquote>
      ))}
      {year !== undefined && original[year.field] === undefined && field === year.field && (
        <p>{words.yearAssumed(year.year)}</p>
      )}
    </section>
  )
}

/** The year that was taken for a time that names none. */
function yearAssumed(task: Task, row: Row): { readonly field: string; readonly year: number } | undefined {
  const requirement = requirementsOf(task, 'activity-time')[0]
  if (!requirement) return undefined
  const { field, assumedYear } = requirement
  const time = parseActivityTime(row.original?.[field] ?? row.fields[field] ?? '', { assumedYear })
  return time.kind === 'span' && time.assumedYear ? { field, year: assumedYear } : undefined
}
