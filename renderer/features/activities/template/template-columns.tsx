import { fieldLabel } from '../../../../shared/notice/choose.ts'
import type { ListTemplate } from '../../../../shared/lists/list-template.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { unwrittenFields } from '../../../../shared/lists/unwritten-fields.ts'
import { unwrittenText } from '../../../../shared/wording/unwritten-text.ts'
import { useTaskDraft } from '../../../app/session-context.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { filledBy, missingFields } from '../import/column-uses.ts'
import { words } from './wording.ts'

/** What was understood of an official workbook: its columns, those it lacks, and those that stay blank. */
export function TemplateColumns({
  task,
  template,
}: {
  readonly task: ListTask
  readonly template: ListTemplate
}) {
  const { labels, uses } = template
  const columns = labels.map((label, index) => ({ label: label.trim(), use: uses[index] }))
  const known = columns.flatMap(({ label, use }) =>
    use
      ? [
          {
            label,
            field: filledBy(use, task)
              .map((key) => fieldLabel(task, key))
              .join('＋'),
          },
        ]
      : [],
  )
  const unused = columns.flatMap(({ label, use }) => (use || label === '' ? [] : [label]))
  const missing = missingFields(uses, task)
  const { rows, columns: shown } = useTaskDraft(task.id)
  const unwritten = unwrittenFields(task, template, { rows, ...(shown && { columns: shown }) })
  return (
    <div className="template-columns">
      <p className="tone-quiet">{words.found(template.name, template.sheet, template.headerRow)}</p>
      <p>
        <b>{words.recognised(known.length)}</b>
      </p>
      <ul>
        {known.map(({ label, field }) => (
          <li key={label}>{words.column(label, field)}</li>
        ))}
      </ul>
      {unwritten.length > 0 ? (
        <Banner tone="warn" title={unwrittenText(unwritten)} />
      ) : (
        missing.length > 0 && <Banner tone="warn" title={words.missing(missing)} />
      )}
      {unused.length > 0 && <p className="tone-quiet">{words.unused(unused)}</p>}
    </div>
  )
}
