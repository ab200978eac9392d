import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Notice } from '../../../shared/notice/notice.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { Replaced } from '../../../shared/packing/replaced.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import { useSession } from '../../app/session-context.tsx'
import type { PackSummary } from './pack-summary.ts'
import { spaceText, words as planning } from './plan-words.ts'
import type { OutPlace } from './use-out-folder.ts'
import type { Look } from './use-preflight.ts'
import { deadlineText, recipientText, words } from './wording.ts'

interface Props {
  readonly summary: PackSummary
  readonly place: OutPlace
  readonly look: Look
  readonly replaces: Replaced | undefined
  /** How it goes out. */
  readonly ways: ReactNode
  /** What each part holds, where there are several. */
  readonly parts: ReactNode
}

/** What will be written, where, how it goes out, to whom and until when. */
export function PackFacts({ summary, place, look, replaces, ways, parts }: Props) {
  const { host, notice } = useSession()
  const { plan, deadline, recipient } = summary
  const [first] = plan.parts
  return (
    <dl className="package-facts">
      <dt>{words.names}</dt>
      <dd>
        {first && (
          <strong>{first.of > 1 ? words.archivesLike(first.fileName, first.of) : first.fileName}</strong>
        )}
        <small>{words.inFolder(plan.folderName)}</small>
      </dd>
      <dt>{planning.how}</dt>
      <dd>{ways}</dd>
      {parts}
      <dt>{words.writtenTo}</dt>
      <dd className="package-place">
        <div>
          <span>{place.folder?.shown}</span>
          <small className="package-space tabular" role="status">
            {look.looking ? planning.looking : look.space && spaceText(look.space)}
          </small>
        </div>
        {host.kind === 'desktop' && <Button onClick={() => void place.change()}>{words.otherPlace}</Button>}
      </dd>
      {recipient && (
        <>
          <dt>{words.sendTo}</dt>
          <dd>{recipientText(recipient)}</dd>
        </>
      )}
      {deadline && (
        <>
          <dt>{words.deadline}</dt>
          <dd className={deadline.state === 'passed' ? 'tone-bad' : undefined}>
            {deadlineText(deadline)}
            {deadline.state === 'passed' && <small>{words.tooLate(phonesOf(recipient))}</small>}
          </dd>
        </>
      )}
      {replaces && (
        <>
          <dt>{words.version}</dt>
          <dd>{words.replaces(replaces.ordinal, dayOf(replaces.sentAt, notice))}</dd>
        </>
      )}
    </dl>
  )
}

/** 8月25日, of an instant. */
const dayOf = (instant: string, { utcOffset }: Notice): string =>
  dateText(wallClock(new Date(instant), utcOffset).slice(0, 10)).replace(/^\d+年/, '')

const phonesOf = (recipient: Task['recipients'][number] | undefined): readonly string[] =>
  recipient?.channel === 'mail' ? recipient.phones : []
