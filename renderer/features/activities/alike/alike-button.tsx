import { Button } from 'antd'
import { openListDialog } from '../../../state/list-dialog.ts'
import { useAlikePairs } from './use-alike-pairs.ts'
import { words } from './wording.ts'

/** Leads to rows that are probably one activity; absent where there are none. */
export function AlikeButton({ task }: { readonly task: string }) {
  const { length } = useAlikePairs(task)
  if (length === 0) return null
  return (
    <Button
      className="alike-button tabular"
      title={words.buttonWhy}
      onClick={() => openListDialog({ at: 'alike', task })}
    >
      {words.button(length)}
    </Button>
  )
}
