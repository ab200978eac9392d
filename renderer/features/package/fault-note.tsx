import { Button } from 'antd'
import type { FaultData } from '../../../shared/faults.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { refusalText } from '../../../shared/wording/sending-words.ts'
import { useSession } from '../../app/session-context.tsx'
import { Banner } from '../../ui/banner.tsx'
import { ChangedFiles } from './changed-list.tsx'
import { changedFiles } from './changed-files.ts'
import { placeHint } from './failure-advice.ts'
import { changedTitle, words } from './plan-words.ts'

interface Props {
  readonly task: Task
  readonly fault: FaultData
  /** What is offered against it: the words on the button, and what it does. */
  readonly offer: readonly [text: string, act: () => void] | undefined
  /** The keyboard goes here. */
  readonly first: boolean
}

/** Why the package cannot be written as it stands, with what helps. */
export function FaultNote({ task, fault, offer, first }: Props) {
  const { host } = useSession()
  const changed = changedFiles(fault)
  return (
    <div className="package-fault">
      <Banner
        tone="bad"
        title={changed ? changedTitle(changed) : textOf(fault, task)}
        detail={placeHint(fault, host.kind)}
        action={
          offer && (
            <Button onClick={offer[1]} {...(first && { 'data-first': true })}>
              {offer[0]}
            </Button>
          )
        }
      />
      {changed && <ChangedFiles {...changed} />}
    </div>
  )
}

/** Before anything was tried there is nothing to say of what became of it. */
const textOf = (fault: FaultData, task: Task): string =>
  fault.code === 'plan-unfit' ? words.unfit(refusalText(fault.plan, fault, task)) : faultSentence(fault)
