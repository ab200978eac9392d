import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { useSession } from '../../app/session-context.tsx'
import { CheckMark } from '../../ui/check-mark.tsx'
import { DoneChip } from '../../ui/done-chip.tsx'
import { FolderButton } from './folder-button.tsx'
import { packedBytes, partCounts, sentMails } from './package-contents.ts'
import { isGone, isUsable, type PackageStanding } from './package-standing.ts'
import { packedSize } from './packed-size.ts'
import { momentText, partsText, words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  readonly state: PackageState | undefined
  readonly standing: PackageStanding
  /** Something was changed since. */
  readonly outdated: boolean
  readonly onBack: () => void
}

/** What is known of a package: how it was packed, by its record; whether it is still whole, only once its folder was seen. */
export function SendHead({ task, record, state, standing, outdated, onBack }: Props) {
  const figures = task.kind === 'table' ? words.figuresOfList : words.figures
  const { notice } = useSession()
  const { planned, packed, out, mails } = record.result
  const { archives, folders } = partCounts(record)
  const sent = sentMails(record)
  const about = [
    figures(planned, packed),
    partsText(archives, folders),
    packedSize(task, packedBytes(record)),
  ]
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever came here by a button that is gone goes on from the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [record.id])
  const moment = momentText(wallClock(new Date(record.packedAt), notice.utcOffset))
  return (
    <header className="package-head">
      <span className={`package-badge package-badge-${outdated ? 'unknown' : standing}`} aria-hidden="true">
        {outdated ? '!' : standing === 'whole' ? <CheckMark size={24} /> : marks[standing]}
      </span>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {isUsable(standing) ? words.doneTitle(moment) : words.packageOf(record.version)}
        </h1>
        <p className="tabular">
          {standing === 'looking' && <em role="status">{words.lookingAt}</em>}
          {about.filter(Boolean).join(' · ')}
        </p>
      </div>
      {mails.length > 1 && (
        <span className="package-sent tabular" role="status">
          {sent === mails.length ? (
            <DoneChip text={words.sentAll(mails.length)} />
          ) : (
            words.sentOf(sent, mails.length)
          )}
        </span>
      )}
      <Button onClick={onBack}>{words.back}</Button>
      <FolderButton id={state?.folder} path={out} gone={isGone(state)} />
    </header>
  )
}

const marks = { looking: '…', unknown: '?', broken: '!', elsewhere: '–' } as const
