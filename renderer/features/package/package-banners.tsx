import { Button } from 'antd'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { FaultData } from '../../../shared/faults.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { goTo, type Page } from '../../state/page.ts'
import { Banner } from '../../ui/banner.tsx'
import { PackButton } from './pack-button.tsx'
import { packageFiles } from './package-contents.ts'
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
  const files = packageFiles(record, state)
  const names = (wrong: 'gone' | 'different') =>
    files.filter((file) => file.state === wrong).map(({ name }) => name)
  const later = successor([newest, record], record)
  const packAgain = <PackButton task={task.id} again />
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
      {record === newest && state?.state === 'missing' && (
        <Banner
          tone="bad"
          title={words.missing}
          detail={task.kind === 'table' ? words.missingAdviceOfList : words.missingAdvice}
          action={packAgain}
        />
      )}
      {record === newest && state?.state === 'changed' && (
        <Banner
          tone="warn"
          title={words.changed}
          detail={words.changedDetail(names('gone'), names('different'))}
          action={packAgain}
        />
      )}
      {record === newest && outdated && (
        <Banner tone="warn" title={words.outdated} detail={words.outdatedAdvice} action={packAgain} />
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
