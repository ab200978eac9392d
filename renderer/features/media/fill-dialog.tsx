import { AutoComplete, Input, Modal, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { titleField } from '../../../shared/notice/choose.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useTask, useTaskDraft } from '../../app/session-context.tsx'
import { fieldText, fillValues } from './block-edits.ts'
import { columnsOf } from './columns.ts'
import { commonField } from './common-field.ts'
import type { ProjectActs } from './use-project-acts.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly items: readonly DraftItem[]
  readonly acts: ProjectActs
  readonly onClose: () => void
}

/** One value into one field of all selected files. */
export function FillDialog({ task: id, items, acts, onClose }: Props) {
  const task = useTask(id)
  const all = useTaskDraft(id).items
  const fields = columnsOf(task).map(({ field }) => field)
  const [key, setKey] = useState(() => commonField(fields, titleField(task), all, items)?.key)
  const [value, setValue] = useState('')
  const [onlyBlank, setOnlyBlank] = useState(true)
  const field = fields.find((one) => one.key === key)
  if (!field) return null
  const text = value.trim()
  const values = text === '' ? [] : fillValues(items, field.key, text, onlyBlank)
  const known = [...new Set(items.map(({ fields: written }) => written[field.key] ?? ''))].filter(Boolean)
  const apply = () => {
    if (values.length > 0) acts.setValues(values, words.filled(field.label, values.length))
    onClose()
  }
  return (
    <Modal
      open
      title={words.fillTitle(items.length)}
      okText={words.fillApply(values.length)}
      okButtonProps={{ disabled: values.length === 0 }}
      onOk={apply}
      onCancel={onClose}
      width={560}
    >
      <div className="media-fill">
        <span id="media-fill-field">{words.fillField}</span>
        <Segmented
          aria-labelledby="media-fill-field"
          options={fields.map((one) => ({ value: one.key, label: one.label }))}
          value={field.key}
          onChange={setKey}
        />
        <label htmlFor="media-fill-value">{words.fillValue}</label>
        {field.type === 'paragraph' ? (
          <Input.TextArea
            id="media-fill-value"
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={field.hint}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        ) : (
          <AutoComplete
            id="media-fill-value"
            autoFocus
            placeholder={field.hint}
            options={[...new Set([...(field.choices ?? []), ...known])]
              .slice(0, 8)
              .map((one) => ({ value: one }))}
            value={value}
            onChange={(next: string) => setValue(fieldText(field, next))}
          />
        )}
        <span />
        <Radio.Group
          value={onlyBlank}
          options={[
            { value: true, label: words.fillBlank },
            { value: false, label: words.fillAll },
          ]}
          onChange={({ target }) => setOnlyBlank(target.value === true)}
        />
      </div>
    </Modal>
  )
}
