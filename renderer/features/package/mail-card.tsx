import { Button } from 'antd'
import { useId, useState } from 'react'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { useSession } from '../../app/session-context.tsx'
import { DoneChip } from '../../ui/done-chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { MailAttachments } from './mail-attachments.tsx'
import { fileNameOf, type PackageFile } from './package-contents.ts'
import { SendStep } from './send-step.tsx'
import { momentText, words } from './wording.ts'

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
  /** Whether its files may be sent; that they were sent before can be noted all the same. */
  readonly usable: boolean
}

/** One mail, step by step in the order in which a mail is written. */
export function MailCard({ task, record, index, files, state, first, newest, turn, onBegun, usable }: Props) {
  const { notice, project } = useSession()
  const [done, setDone] = useState<ReadonlySet<number>>(new Set())
  const [unfolded, setUnfolded] = useState<boolean>()
  const id = useId()
  const { mails, out } = record.result
  const mail = mails[index]
  if (!mail) return null
  const at = record.sent[String(index)]
  const single = mails.length === 1
  const open = unfolded ?? (first || single)
  const mark = (time: string | null) =>
    project.edit([{ type: 'mark-sent', task: task.id, package: record.id, mail: index, at: time }])
  const tick = (step: number) => {
    setDone(new Set([...done, step]))
    onBegun()
  }
  const sent = at !== undefined
  // What was copied once is done; the next one stands out.
  const leads = turn && newest && usable && !sent
  const next = leads ? ([1, 2, 3, 4].find((step) => !done.has(step)) ?? 5) : undefined
  const step = (number: number) => ({ number, done: sent || done.has(number), next: next === number })
  const accent = (number: number) => (next === number ? { type: 'primary' as const } : {})
  const copying = (number: number) => ({
    disabled: !usable,
    onCopied: () => tick(number),
    ...accent(number),
  })
  const recipient = task.recipients.find(
    (one) => one.channel === 'mail' && one.address.toLowerCase() === mail.to.toLowerCase(),
  )
  const attached = files.filter(({ name }) => mail.attachments.map(fileNameOf).includes(name))

  return (
    <section className="package-card" aria-labelledby={id}>
      <div className="package-card-head">
        <h2 id={id}>{single ? words.oneMail : words.mailOf(index + 1, mails.length)}</h2>
        {sent && <DoneChip text={words.sentAt(momentText(wallClock(new Date(at), notice.utcOffset)))} />}
        {!single && (
          <Button type="link" aria-expanded={open} onClick={() => setUnfolded(!open)}>
            {open ? words.fold : words.unfold}
          </Button>
        )}
      </div>
      {open && (
        <>
          {!sent && <p className="package-quiet">{usable ? words.oneMailHint : words.notUsable}</p>}
          <ol className="package-steps">
            <SendStep
              {...step(1)}
              title={words.copyTo}
              action={<CopyButton text={mail.to} what={words.recipient} {...copying(1)} />}
            >
              <strong>{mail.to}</strong>
              {recipient?.channel === 'mail' && (
                <small>{[recipient.person, ...recipient.phones].filter(Boolean).join('　')}</small>
              )}
            </SendStep>
            <SendStep
              {...step(2)}
              title={words.copySubject}
              action={<CopyButton text={mail.subject} what={words.subject} {...copying(2)} />}
            >
              <strong>{mail.subject}</strong>
              <small className={mail.mandated ? 'tone-warn' : undefined}>
                {mail.mandated ? words.mandated : words.suggested}
              </small>
            </SendStep>
            <SendStep
              {...step(3)}
              title={words.copyBody}
              action={<CopyButton text={mail.body} what={words.body} {...copying(3)} />}
            >
              <pre className="package-mail" tabIndex={0} aria-label={words.body}>
                {mail.body}
              </pre>
            </SendStep>
            <SendStep {...step(4)} title={words.attach}>
              <MailAttachments
                task={task}
                files={attached}
                state={state}
                out={out}
                accent={next === 4}
                usable={usable}
                onTaken={() => tick(4)}
              />
            </SendStep>
            <SendStep
              {...step(5)}
              title={words.markSent}
              action={
                sent ? (
                  <Button onClick={() => mark(null)}>{words.takeBack}</Button>
                ) : (
                  <Button {...accent(5)} onClick={() => mark(new Date().toISOString())}>
                    {words.sent}
                  </Button>
                )
              }
            >
              {sent && <small className="tone-ok">{words.allSent}</small>}
            </SendStep>
          </ol>
        </>
      )}
    </section>
  )
}
