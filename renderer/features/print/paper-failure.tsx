import { Button } from 'antd'
import type { FaultData } from '../../../shared/faults.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { goTo } from '../../state/page.ts'
import { PackButton } from '../package/pack-button.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly record: string
  readonly fault: FaultData
  readonly onAgain: () => void
}

/** Why a paper cannot be shown, and what to do: its package is made anew, or it is read once more. */
export const PaperFailure = ({ task, record, fault, onAgain }: Props) => (
  <div className="print-failure" role="alert">
    <h2>{words.unusable}</h2>
    <p>{faultSentence(fault)}</p>
    <div>
      <Button size="large" onClick={() => goTo({ at: 'send', task, package: record })}>
        {words.back}
      </Button>
      {fault.code === 'paper-unusable' ? (
        <PackButton task={task} again />
      ) : (
        <Button size="large" type="primary" onClick={onAgain}>
          {words.retry}
        </Button>
      )}
    </div>
  </div>
)
