import { titleField } from '../../../shared/notice/choose.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useSession, useTask } from '../../app/session-context.tsx'
import type { ItemVerdict } from '../../state/item-verdict.ts'
import { FieldInput } from './field-input.tsx'
import { NewName } from './new-name.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem
  readonly verdict: ItemVerdict | undefined
}

/** What the clerk says about one file; every field is committed by itself, like a cell of the grid. */
export function FieldsForm({ task, item, verdict }: Props) {
  const { project } = useSession()
  const notice = useTask(task)
  const fields = notice.fields.filter(({ type, optional }) => type !== 'sequence' && optional !== true)
  const title = titleField(notice)
  if (fields.length === 0) return null
  const commit = (key: string) => (text: string) =>
    project.edit(
      [{ type: 'set-values', task, values: [{ id: item.id, fields: { [key]: text } }] }],
      `cell:${item.id}:${key}`,
    )
  return (
    <div className="detail-form" role="group" aria-label={words.form}>
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          task={notice}
          field={field}
          value={item.fields[field.key] ?? ''}
          judged={verdict?.judged.filter(({ finding }) => finding.subject.field === field.key) ?? []}
          onCommit={commit(field.key)}
        >
          {field === title && <NewName verdict={verdict} />}
        </FieldInput>
      ))}
    </div>
  )
}
