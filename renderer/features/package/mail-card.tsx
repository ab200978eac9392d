import { Button } from 'antd'
import { useId, useState } from 'react'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { partWayText } from '../../../shared/wording/sending-words.ts'
import { useSession } from '../../app/session-context.tsx'
import { DoneChip } from '../../ui/done-chip.tsx'
import { MailSteps } from './mail-steps.tsx'
import { type PackageFile, partOfMail, wayOfPart } from './package-contents.ts'
import { packedSize } from './packed-size.ts'
import { momentText, words } from './send-words.ts'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  /** Number of the mail, from 0. */
  readonly index: number
  readonly files: readonly PackageFile[]
  /** Of the package on the disk; undefined while nobody has looked. */
  readonly state: PackageState | undefined
  /** The first that is not sent yet: it stands open. */
  readonly first: boolean
  /** Whether the package is the newest of the task: only then is the clerk led on. */
  readonly newest: boolean
  /** Nothing comes before the mail any more: only then a step stands out. */
  readonly turn: boolean
  /** The clerk has begun with it. */
  readonly onBegun: () => void
  /** The package's folder should be looked into again. */
  readonly onLook: () => void
  /** Whether its files may be sent; that they were sent before can be noted all the same. */
  readonly usable: boolean
}

/** One mail and the part that goes with it, folded away unless it is its turn. */
export function MailCard(props: Props) {
  const { task, record, index, first, newest, turn, usable } = props
  const { notice } = useSession()
  const [unfolded, setUnfolded] = useState<boolean>()
  const [laidOut, setLaidOut] = useState(false)
  const id = useId()
  const { mails } = record.result
  const mail = mails[index]
  if (!mail) return null
  const part = partOfMail(record, index)
  const way = part ? wayOfPart(task, part) : 'attachment'
  const at = record.sent[String(index)]
  const sent = at !== undefined
  const single = mails.length === 1
  const open = unfolded ?? (first || single)
  // Once laid out it stays, only out of sight: a draft that is being written goes on.
  if (open && !laidOut) setLaidOut(true)
  const hint = !usable
    ? record.elsewhere
      ? words.notUsableHere
      : words.notUsable
    : way === 'disk'
      ? words.carryHint
      : words.oneMailHint

  return (
    <section className="package-card" aria-labelledby={id}>
      <div className="package-card-head">
        <h2 id={id} tabIndex={-1} data-mail={index}>
          {!single ? words.mailOf(index + 1, mails.length) : way === 'disk' ? words.oneDisk : words.oneMail}
        </h2>
        {!single && part && (
          <span className="package-quiet tabular">
            {words.aboutPart(index + 1, part.items, packedSize(task, part.bytes), partWayText({ way }, task))}
          </span>
        )}
        {sent && <DoneChip text={words.sentAt(momentText(wallClock(new Date(at), notice.utcOffset)))} />}
        {!single && (
          <Button type="link" aria-expanded={open} aria-describedby={id} onClick={() => setUnfolded(!open)}>
            {open ? words.fold : words.unfold}
          </Button>
        )}
      </div>
      {(open || laidOut) && (
        <div hidden={!open}>
          {!sent && <p className="package-quiet">{hint}</p>}
          <MailSteps {...props} mail={mail} part={part} way={way} leads={turn && newest && usable && !sent} />
        </div>
      )}
    </section>
  )
}
