import { Button, Checkbox, Popover } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Field } from '../../../../shared/notice/field.ts'
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
  const { columns: on = [] } = useTaskDraft(id)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const fields = optionalFields(task)
  if (fields.length === 0) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Columns task={id} acts={acts} fields={fields} on={on} onClose={close} />}
    >
      <Button ref={button} aria-haspopup="dialog" aria-expanded={isOpen}>
        {words.columnsOf(on.length)}
        <span className="exchange-arrow" aria-hidden="true" />
      </Button>
    </Popover>
  )
}

interface ColumnsProps extends Props {
  readonly fields: readonly Field[]
  readonly on: readonly string[]
  readonly onClose: () => void
}

/** The keyboard goes from one to the next and round again, until Escape closes them. */
function Columns({ task, acts, fields, on, onClose }: ColumnsProps) {
  const { rows } = useTaskDraft(task)
  const place = useRef<HTMLFieldSetElement>(null)
  const boxes = () => [...(place.current?.querySelectorAll('input') ?? [])]
  useEffect(() => {
    // Once they have found their place beside the button.
    const frame = requestAnimationFrame(() => place.current?.querySelector('input')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const press = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    if (key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onClose()
    }
    const step = key === 'Tab' ? (shiftKey ? -1 : 1) : key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = boxes()
    const at = all.findIndex((box) => box === document.activeElement)
    all[(at + step + all.length) % all.length]?.focus()
  }
  const filled = (key: string) => rows.filter((row) => (row.fields[key] ?? '').trim() !== '').length
  return (
    <fieldset ref={place} className="table-columns" onKeyDown={press}>
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
}
