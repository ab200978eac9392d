import { Button } from 'antd'
import { useState } from 'react'
import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { draftCap } from '../../../shared/packing/draft-cap.ts'
import type { Mail } from '../../../shared/packing/mail.ts'
import type { PartWay } from '../../../shared/packing/sending.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { largeName } from '../../../shared/wording/sending-words.ts'
import { useSession } from '../../app/session-context.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CarryStep } from './carry-step.tsx'
import { DraftMail } from './draft-mail.tsx'
import { MailAttachments } from './mail-attachments.tsx'
import { fileNameOf, type PackageFile, sentMails } from './package-contents.ts'
import { SendStep } from './send-step.tsx'
import { words } from './send-words.ts'
import { WriteMail } from './write-mail.tsx'

interface Props {
  readonly task: Task
  readonly record: PackageRecord
  readonly mail: Mail
  /** Number of the mail, from 0. */
  readonly index: number
  readonly part: PackageRecord['result']['packages'][number] | undefined
  readonly way: PartWay
  readonly files: readonly PackageFile[]
  readonly state: PackageState | undefined
  /** Whether the clerk is led on from step to step. */
  readonly leads: boolean
  readonly onBegun: () => void
  readonly onLook: () => void
  readonly usable: boolean
}

/** A mail step by step, in the order in which it is written. */
export function MailSteps(props: Props) {
  const { task, record, mail, index, part, way, files, state, leads, onBegun, onLook, usable } = props
  const { project } = useSession()
  const [done, setDone] = useState<ReadonlySet<number>>(new Set())
  const sent = record.sent[String(index)] !== undefined
  const all = record.result.mails.length
  const mark = (time: string | null) =>
    project.edit([{ type: 'mark-sent', task: task.id, package: record.id, mail: index, at: time }])
  const tick = (...steps: readonly number[]) => {
    setDone((before) => new Set([...before, ...steps]))
    onBegun()
  }
  // What was copied once is done; the next one stands out.
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
  const names = way === 'disk' ? (part ? [part.path] : []) : mail.attachments
  const taken = {
    files: files.filter(({ name }) => names.map(fileNameOf).includes(name)),
    state,
    out: record.result.out,
    accent: next === 4,
    usable,
    onTaken: () => tick(4),
  }

  return (
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
        <WriteMail mail={mail} disabled={!usable} onWritten={(...steps) => tick(...steps)} />
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
      {way === 'disk' ? (
        <SendStep {...step(4)} title={words.carry}>
          <CarryStep {...taken} task={task} />
        </SendStep>
      ) : (
        <SendStep {...step(4)} title={way === 'large' ? words.attachLarge(largeName(task)) : words.attach}>
          <MailAttachments {...taken} task={task} way={way} expires={part?.expires} />
          {/* A draft holds no large attachment: it would go out with nothing. What no mail program carries needs none. */}
          {way !== 'large' && (part?.bytes ?? 0) <= draftCap(task).cap && (
            <DraftMail
              task={task.id}
              package={record.id}
              mail={index}
              disabled={!usable}
              onDrafted={() => tick(1, 2, 3, 4)}
              onChanged={onLook}
            />
          )}
        </SendStep>
      )}
      <SendStep
        {...step(5)}
        title={way === 'disk' ? words.markCarried : words.markSent}
        action={
          sent ? (
            <Button onClick={() => mark(null)}>{words.takeBack}</Button>
          ) : (
            <Button {...accent(5)} onClick={() => mark(new Date().toISOString())}>
              {way === 'disk' ? words.carried : words.sent}
            </Button>
          )
        }
      >
        {sent && (
          <small className="tone-ok">{sentMails(record) === all ? words.allSent : words.thisSent}</small>
        )}
      </SendStep>
    </ol>
  )
}
