import { Button } from 'antd'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { FaultData } from '../../../shared/faults.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { goTo, type Page } from '../../state/page.ts'
import { Banner } from '../../ui/banner.tsx'
import { PackButton } from './pack-button.tsx'
import { packAgainReason } from './pack-again-reason.ts'
import { packageStanding } from './package-standing.ts'
import { successor } from './partly-sent.ts'
import { successorText } from './partly-words.ts'
import { words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  /** The task's newest package. */
  readonly newest: PackageRecord
  /** Of the package on the disk; undefined while nobody has looked. */
  readonly state: PackageState | undefined
  /** Why the last look failed. */
  readonly fault: FaultData | undefined
  /** The task was changed since it was packed last. */
  readonly outdated: boolean
  /** Looks once more. */
  readonly onLook: () => void
  /** Where another package is seen in the same way. */
  readonly pageOf: (record: PackageRecord) => Page
}

/** Why a package should not be used as it is, each with the button that helps. */
export function PackageBanners({ task, record, newest, state, fault, outdated, onLook, pageOf }: Props) {
  const later = successor([newest, record], record)
  // One banner with one button, whatever is wrong: each button shows the packing of its task in a dialog of its own.
  const wrong = record === newest ? packAgainReason({ task, record, state, outdated }) : undefined
  return (
    <>
      {record !== newest && (
        <Banner
          tone="warn"
          title={words.olderTitle(record.version, later ? successorText(later) : '')}
          detail={words.olderAdvice}
          action={<Button onClick={() => goTo(pageOf(newest))}>{words.toNewest}</Button>}
        />
      )}
      {wrong && (
        <Banner
          tone={wrong.tone}
          title={wrong.title}
          detail={wrong.detail}
          action={<PackButton task={task.id} again />}
        />
      )}
      {fault && packageStanding(state, fault) === 'unknown' && (
        <Banner
          tone="warn"
          title={words.unknownState + faultSentence(fault)}
          detail={words.unknownAdvice}
          action={<Button onClick={onLook}>{words.lookAgain}</Button>}
        />
      )}
    </>
  )
}
