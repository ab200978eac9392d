import { Alert, Button } from 'antd'
import { useStore } from 'zustand'
import { sampleUnit } from '../../shared/project/sample-unit.ts'
import { faultSentence } from '../../shared/wording/fault-sentence.ts'
import { useProject, useSession } from './session-context.tsx'
import { words } from './wording.ts'

interface Props {
  readonly onReopen: () => void
  /** The trial with sample media is over. */
  readonly onEndSample: () => void
}

/** What the clerk must know whatever page is shown: edits that are not on the disk yet, and a window that has stopped. */
export function Banners({ onReopen, onEndSample }: Props) {
  const isSample = useProject(({ document }) => document.unit.name === sampleUnit.name)
  const ended = useProject((state) => state.ended)
  const trouble = useProject((state) => state.trouble)
  const judgeFailed = useStore(useSession().judge.store, ({ failed }) => failed)
  const waiting = useProject((state) => state.saving === 'waiting')
  if (ended)
    return (
      <Alert
        banner
        type="error"
        title={ended.code === 'project-changed-elsewhere' ? words.endedTitle : faultSentence(ended)}
        description={ended.code === 'project-changed-elsewhere' ? words.endedAdvice : undefined}
        action={
          // A host that began anew knows this page no more: there is nothing it could open here.
          ended.code !== 'host-gone' && (
            <Button type="primary" onClick={onReopen}>
              {words.openHere}
            </Button>
          )
        }
      />
    )
  if (judgeFailed)
    return (
      <Alert
        banner
        type="error"
        title={words.judgeFailed}
        action={<Button onClick={() => location.reload()}>{words.reload}</Button>}
      />
    )
  if (trouble) return <Alert banner type="error" title={`${words.notSaved}${faultSentence(trouble)}`} />
  if (waiting) return <Alert banner type="warning" title={words.engineGone} />
  if (isSample)
    return (
      <Alert
        banner
        type="info"
        title={words.sample}
        action={<Button onClick={onEndSample}>{words.endSample}</Button>}
      />
    )
  return null
}
