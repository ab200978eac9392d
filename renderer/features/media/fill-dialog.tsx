import { Button, Input, Modal, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { within } from '../../../shared/notice/bound.ts'
import { titleField } from '../../../shared/notice/choose.ts'
import { countWords } from '../../../shared/text/word-count.ts'
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
  const columns = columnsOf(task)
  const fields = columns.map(({ field }) => field)
  const [key, setKey] = useState(() => commonField(fields, titleField(task), all, items)?.key)
  const [value, setValue] = useState('')
  const [onlyBlank, setOnlyBlank] = useState(true)
  const field = fields.find((one) => one.key === key)
  const limit = columns.find((one) => one.field.key === key)?.limit
  if (!field) return null
  const text = value.trim()
  const values = text === '' ? [] : fillValues(items, field.key, text, onlyBlank)
  const known = items.map(({ fields: written }) => written[field.key] ?? '')
  // Long texts are told from one another by more than fits on a button.
  const proposals =
    field.type === 'paragraph'
      ? []
      : [...new Set([...(field.choices ?? []), ...known])].filter(Boolean).slice(0, 6)
  const count = countWords(value)
  const over = limit !== undefined && text !== '' && !within(limit, count.words)
  const apply = () => {
    if (values.length > 0) acts.setValues(values, words.filled(field.label, values.length))
    onClose()
  }
  return (
    <Modal
      open
      title={words.fillTitle(items.length)}
      okText={text === '' ? words.fillEmpty : words.fillApply(values.length)}
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
          <Input
            id="media-fill-value"
            autoFocus
            autoComplete="off"
            placeholder={field.hint}
            value={value}
            onChange={({ target }) => setValue(fieldText(field, target.value))}
            onPressEnter={({ nativeEvent }) => !nativeEvent.isComposing && values.length > 0 && apply()}
          />
        )}
        <span />
        <div className="media-fill-known">
          {limit && (
            <span className={over ? 'tone-bad tabular' : 'tone-quiet tabular'}>
              {words.countDetail(count.words, count.characters, limit)}
            </span>
          )}
          {proposals.length > 0 && <span className="tone-quiet">{words.fillKnown}</span>}
          {proposals.map((one) => (
            <Button key={one} size="small" onClick={() => setValue(one)}>
              {one}
            </Button>
          ))}
        </div>
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
