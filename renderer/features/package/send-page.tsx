import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useOutdated, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { newestFirst, type PackageRecord } from '../../../shared/project/document.ts'
import { paperNames } from '../../../shared/paper/paper.ts'
import { isSent } from '../../state/task-standing.ts'
import { Banner } from '../../ui/banner.tsx'
import { goTo } from '../../state/page.ts'
import { usePrinted } from '../print/printed.ts'
import { HandIn } from './hand-in.tsx'
import { MailCard } from './mail-card.tsx'
import { PackageBanners } from './package-banners.tsx'
import { hasDocument, packageFiles, sentMails } from './package-contents.ts'
import { PackageFiles } from './package-files.tsx'
import { PackageHistory } from './package-history.tsx'
import { isUsable, packageStanding } from './package-standing.ts'
import { partlySent } from './partly-sent.ts'
import { partlyText } from './partly-words.ts'
import { SendHead } from './send-head.tsx'
import { SignOffCard } from './sign-off-card.tsx'
import { usePackageStates } from './use-package-states.ts'
import { words } from './send-words.ts'
import './package.css'
import './send.css'

interface Props {
  readonly task: string
  /** The package to be shown; without it the newest. */
  readonly record?: string | undefined
}

/** What was packed of a task: mails to send, and earlier packages. */
export function SendPage({ task: id, record: wanted }: Props) {
  const { host } = useSession()
  const task = useTask(id)
  const packages = newestFirst(useTaskDraft(id))
  const [newest] = packages
  const record = packages.find((one) => one.id === wanted) ?? newest
  const { states, fault, again } = usePackageStates(id)
  const outdated = useOutdated(id)
  const printed = usePrinted(record?.id ?? '', 'checklist')
  const [begun, setBegun] = useState<string>()
  const next = record ? nextMail(record) : -1
  const mailsBox = useKeyboardOn(next)
  const toTask = () => goTo({ at: 'task', task: id })

  if (!record || !newest)
    return (
      <main className="package-page">
        <div className="package-none">
          <h1>{words.noneTitle}</h1>
          <p>{task.kind === 'table' ? words.noneTextOfList : words.noneText}</p>
          <Button type="primary" size="large" onClick={toTask}>
            {words.toTask}
          </Button>
        </div>
      </main>
    )

  const state = states?.get(record.id)
  const files = packageFiles(record, state)
  const { mails } = record.result
  const earlier = packages.filter(({ version }) => version < record.version)
  const partly = record === newest && !isSent(record) ? partlySent(earlier) : undefined
  const standing = packageStanding(state, fault)
  const usable = isUsable(standing)
  // Whoever begins with a mail has the signatures, perhaps since yesterday.
  const signFirst =
    hasDocument(record, `${paperNames.checklist}.html`) &&
    printed === undefined &&
    begun !== record.id &&
    sentMails(record) === 0
  return (
    <main className="package-page">
      <SendHead
        task={task}
        record={record}
        state={state}
        standing={standing}
        outdated={record === newest && outdated}
        onBack={toTask}
      />
      <div className="package-body">
        <div className="package-mails" ref={mailsBox}>
          <PackageBanners
            task={task}
            record={record}
            newest={newest}
            state={state}
            fault={fault}
            outdated={outdated}
            onLook={again}
            pageOf={(one) => ({ at: 'send', task: id, package: one.id })}
          />
          {partly && <Banner tone="info" title={partlyText(partly.version, partly, mails.length)} />}
          {standing !== 'elsewhere' && (
            <SignOffCard task={task} record={record} next={signFirst && record === newest && usable} />
          )}
          {mails.length === 0 && <HandIn task={task} />}
          {mails.map((mail, index) => (
            <MailCard
              key={`${record.id}-${mail.to}-${mail.subject}`}
              task={task}
              record={record}
              index={index}
              files={files}
              state={state}
              first={index === next}
              newest={record === newest}
              turn={!signFirst}
              onBegun={() => setBegun(record.id)}
              onLook={again}
              usable={usable}
            />
          ))}
        </div>
        <aside className="package-side">
          <PackageFiles
            task={task}
            files={files}
            download={host.kind === 'web'}
            onPreview={(paper) => goTo({ at: 'print', task: id, package: record.id, paper })}
          />
          <PackageHistory task={id} packages={packages} states={states} current={record.id} />
        </aside>
      </div>
    </main>
  )
}

/** The first mail that is not sent yet, from 0; -1 when all are. */
const nextMail = ({ result, sent }: PackageRecord): number =>
  result.mails.findIndex((_, index) => sent[String(index)] === undefined)

/** The card whose button was pressed may have folded up: the keyboard goes on at the mail in turn, or stays at the last. */
function useKeyboardOn(next: number) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const active = document.activeElement
    // What was folded away with the keyboard in it loses it only when it is drawn next.
    if (active && active !== document.body && !active.closest('[hidden]')) return
    const headings = [...(box.current?.querySelectorAll<HTMLElement>('[data-mail]') ?? [])]
    if (headings.length > 1) headings.at(next)?.focus()
  }, [next])
  return box
}
