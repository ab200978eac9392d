import { Button } from 'antd'
import type { FaultData } from '../../../shared/faults.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession } from '../../app/session-context.tsx'
import type { OutFolder } from '../../host/host.ts'
import { openDialog } from '../../state/dialog.ts'
import { changedFiles } from './changed-files.ts'
import { ChangedFiles } from './changed-list.tsx'
import { failureAdvice, leftText, placeHint } from './failure-advice.ts'
import { changedTitle, words as planning } from './plan-words.ts'
import type { OutPlace } from './use-out-folder.ts'
import { words } from './wording.ts'

interface Props {
  readonly fault: FaultData
  readonly place: OutPlace
  readonly onStart: (out: OutFolder) => void
  /** Goes back to where the way of sending is chosen. */
  readonly onChoose: () => void
  readonly onMeasure: () => void
  readonly onClose: () => void
}

/** Why there is no package, and what to do. */
export function PackFailure({ fault, place, onStart, onChoose, onMeasure, onClose }: Props) {
  const { host } = useSession()
  const cancelled = fault.code === 'cancelled'
  // The package is there all the same.
  const lies = fault.code === 'package-not-recorded'
  const changed = changedFiles(fault)
  const left = leftText(fault)
  const hint = placeHint(fault, host.kind)
  const start = () => {
    if (place.folder) onStart(place.folder)
    else place.again()
  }
  const elsewhere = async () => {
    const chosen = await place.change()
    if (chosen) onStart(chosen)
  }
  const editUnit = () => {
    onClose()
    openDialog('unit')
  }
  const actions = {
    place: [words.otherPlace, () => void elsewhere()],
    plan: [planning.otherWay, onChoose],
    measure: [words.measureAgain, onMeasure],
    unit: [words.fillUnit, editUnit],
    retry: [cancelled ? words.packAfterCancel : words.retry, start],
  } as const
  const offered = failureAdvice(fault).filter((one) => one !== 'place' || host.kind === 'desktop')
  return (
    <>
      <div className="package-scroll package-end" role="alert">
        {!cancelled && (
          <span className="package-badge package-badge-bad" aria-hidden="true">
            !
          </span>
        )}
        <h3>{cancelled ? words.cancelledTitle : lies ? words.notRecordedTitle : words.failedTitle}</h3>
        <p>{cancelled ? words.cancelledText : changed ? changedTitle(changed) : faultSentence(fault)}</p>
        {changed && <ChangedFiles {...changed} />}
        {hint !== undefined && <p>{hint}</p>}
        {left !== undefined && <p className="package-quiet">{left}</p>}
        {place.fault && <p className="tone-bad">{faultSentence(place.fault)}</p>}
      </div>
      <div className="package-foot">
        <Button size="large" onClick={onClose}>
          {words.close}
        </Button>
        {offered.map((one, index) => {
          const [text, act] = actions[one]
          return (
            <Button
              key={one}
              size="large"
              {...(index === 0 && { type: 'primary' as const, 'data-first': true })}
              onClick={act}
            >
              {text}
            </Button>
          )
        })}
      </div>
    </>
  )
}
