import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Finding } from '../../../shared/findings.ts'
import { useSession } from '../../app/session-context.tsx'
import { waiveEdit } from './waivers.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly finding: Finding
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The reason for which something is kept, in the clerk's words or in one of ours. */
export function WaiveForm({ task, finding, onDone, onCancel }: Props) {
  const { project } = useSession()
  const [reason, setReason] = useState('')
  const id = useId()
  const save = () => {
    project.edit([waiveEdit(task, finding, reason.trim())])
    onDone()
  }
  return (
    <div className="detail-waive" data-own-undo="">
      <label htmlFor={id}>{words.waiveWhy}</label>
      <div className="detail-chips">
        {(finding.subject.row === undefined ? words.waiveQuick : words.waiveQuickRow).map((quick) => (
          <button type="button" key={quick} aria-pressed={reason === quick} onClick={() => setReason(quick)}>
            {quick}
          </button>
        ))}
      </div>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onCancel()
        }}
      />
      <div className="detail-acts">
        <Button type="primary" disabled={reason.trim() === ''} onClick={save}>
          {words.waiveSave}
        </Button>
        <Button type="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
