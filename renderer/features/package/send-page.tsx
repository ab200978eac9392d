import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckMark } from '../../ui/check-mark.tsx'
import { FolderButton } from './folder-button.tsx'
import { HandIn } from './hand-in.tsx'
import { MailCard } from './mail-card.tsx'
import { PackButton } from './pack-button.tsx'
import { packageFiles, packedBytes } from './package-contents.ts'
import { PackageFiles } from './package-files.tsx'
import { PackageHistory } from './package-history.tsx'
import { usePackageStates } from './use-package-states.ts'
import { words } from './wording.ts'
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
  const { packages } = useTaskDraft(id)
  const newestFirst = packages.toSorted((a, b) => b.version - a.version)
  const [newest] = newestFirst
  const record = packages.find((one) => one.id === wanted) ?? newest
  const { states, fault } = usePackageStates(id)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever came here by a button that is gone goes on from the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [record?.id])
  const toTask = () => goTo({ at: 'task', task: id })

  if (!record || !newest)
    return (
      <main className="package-page">
        <div className="package-none">
          <h1>{words.noneTitle}</h1>
          <p>{words.noneText}</p>
          <Button type="primary" size="large" onClick={toTask}>
            {words.toTask}
          </Button>
        </div>
      </main>
    )

  const state = states?.get(record.id)
  const files = packageFiles(record, state)
  const { planned, packed, mails, out } = record.result
  const next = mails.findIndex((_, index) => record.sent[String(index)] === undefined)
  const broken = state !== undefined && state.state !== 'whole'
  const names = (wrong: 'gone' | 'different') =>
    files.filter((file) => file.state === wrong).map(({ name }) => name)
  return (
    <main className="package-page">
      <header className="package-head">
        {!broken && (
          <span className="package-badge" aria-hidden="true">
            <CheckMark size={24} />
          </span>
        )}
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {broken ? words.packageOf(record.version) : words.doneTitle}
          </h1>
          <p className="tabular">{words.figures(planned, packed, packedBytes(record))}</p>
        </div>
        <Button onClick={toTask}>{words.back}</Button>
        <FolderButton id={state?.folder} path={out} gone={state?.state === 'missing'} />
      </header>
      <div className="package-body">
        <div className="package-mails">
          {record !== newest && (
            <Banner
              tone="warn"
              title={words.olderTitle(record.version, newest.version)}
              detail={words.olderAdvice}
              action={
                <Button onClick={() => goTo({ at: 'send', task: id, package: newest.id })}>
                  {words.toNewest}
                </Button>
              }
            />
          )}
          {record === newest && state?.state === 'missing' && (
            <Banner
              tone="bad"
              title={words.missing}
              detail={words.missingAdvice}
              action={<PackButton task={id} again />}
            />
          )}
          {record === newest && state?.state === 'changed' && (
            <Banner
              tone="warn"
              title={words.changed}
              detail={words.changedDetail(names('gone'), names('different'))}
              action={<PackButton task={id} again />}
            />
          )}
          {fault && fault.code !== 'cancelled' && (
            <Banner tone="warn" title={words.unknownState + faultSentence(fault)} />
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
              valid={record === newest && !broken}
            />
          ))}
        </div>
        <aside className="package-side">
          <PackageFiles files={files} download={host.kind === 'web'} />
          <PackageHistory task={id} packages={newestFirst} states={states} current={record.id} />
        </aside>
      </div>
    </main>
  )
}
