import { Alert, Button } from 'antd'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import { useProject } from './session-context.tsx'
import { words } from './wording.ts'

/** What the clerk must know whatever page is shown: edits that are not on the disk yet, and a window that has stopped. */
export function Banners({ onReopen }: { readonly onReopen: () => void }) {
  const ended = useProject((state) => state.ended)
  const trouble = useProject((state) => state.trouble)
  const waiting = useProject((state) => state.saving === 'waiting')
  if (ended)
    return (
      <Alert
        banner
        type="error"
        title={ended.code === 'project-changed-elsewhere' ? words.endedTitle : faultSentence(ended)}
        description={ended.code === 'project-changed-elsewhere' ? words.endedAdvice : undefined}
        action={
          <Button type="primary" onClick={onReopen}>
            {words.openHere}
          </Button>
        }
      />
    )
  if (trouble) return <Alert banner type="error" title={`${words.notSaved}${faultSentence(trouble)}`} />
  if (waiting) return <Alert banner type="warning" title={words.engineGone} />
  return null
}
