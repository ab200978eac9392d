import { Button } from 'antd'
import { useTaskDraft } from '../../../app/session-context.tsx'
import { openListDialog } from '../../../state/list-dialog.ts'
import { words } from './wording.ts'

/** Which workbook the list is written into. */
export function TemplateButton({ task }: { readonly task: string }) {
  const { template } = useTaskDraft(task)
  return (
    <Button
      aria-haspopup="dialog"
      title={words.buttonWhy(template?.name)}
      onClick={() => openListDialog({ at: 'template', task })}
    >
      {words.button(template?.name)}
    </Button>
  )
}
