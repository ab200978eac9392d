import { Button, Checkbox, Popover } from 'antd'
import { useTask, useTaskDraft } from '../../../app/session-context.tsx'
import { optionalFields } from '../sheet/sheet-columns.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'

interface Props {
  readonly task: string
  readonly acts: ListActs
}

/** Optional columns, turned on and off; one that is off keeps what is written in it. */
export function ColumnMenu({ task: id, acts }: Props) {
  const task = useTask(id)
  const { columns: on = [], rows } = useTaskDraft(id)
  const fields = optionalFields(task)
  if (fields.length === 0) return null
  const filled = (key: string) => rows.filter((row) => (row.fields[key] ?? '').trim() !== '').length
  const content = () => (
    <fieldset className="table-columns">
      <legend>{words.columnsTitle}</legend>
      {fields.map(({ key, label }) => {
        const count = filled(key)
        return (
          <Checkbox
            key={key}
            checked={on.includes(key)}
            onChange={({ target }) =>
              acts.setColumns(target.checked ? [...on, key] : on.filter((one) => one !== key))
            }
          >
            {label}
            {count > 0 && <small>{words.columnFilled(count)}</small>}
          </Checkbox>
        )
      })}
    </fieldset>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} content={content}>
      <Button aria-haspopup="dialog">
        {words.columnsOf(on.length)}
        <span className="exchange-arrow" aria-hidden="true" />
      </Button>
    </Popover>
  )
}
