import { Button } from 'antd'
import { useState } from 'react'
import { useTask, useTaskDraft } from '../../../app/session-context.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import { words } from './wording.ts'

/** Which workbook the list is written into. */
export function TemplateButton({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const { template } = useTaskDraft(id)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" title={words.buttonWhy(template?.name)} onClick={() => setOpen(true)}>
        {words.button(template?.name)}
      </Button>
      {isOpen && task.kind === 'table' && <TemplateDialog task={task} onClose={() => setOpen(false)} />}
    </>
  )
}
