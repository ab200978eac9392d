import { Button } from 'antd'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useOutdated, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { newestFirst } from '../../../shared/project/document.ts'
import { goTo } from '../../state/page.ts'
import { Banner } from '../../ui/banner.tsx'
import { HandIn } from './hand-in.tsx'
import { MailCard } from './mail-card.tsx'
import { PackButton } from './pack-button.tsx'
import { packageFiles } from './package-contents.ts'
import { PackageFiles } from './package-files.tsx'
import { PackageHistory } from './package-history.tsx'
import { packageStanding } from './package-standing.ts'
import { SendHead } from './send-head.tsx'
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
  const packages = newestFirst(useTaskDraft(id))
  const [newest] = packages
  const record = packages.find((one) => one.id === wanted) ?? newest
  const { states, fault, again } = usePackageStates(id)
  const outdated = useOutdated(id)
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
  const next = mails.findIndex((_, index) => record.sent[String(index)] === undefined)
  const standing = packageStanding(state, fault)
  const names = (wrong: 'gone' | 'different') =>
    files.filter((file) => file.state === wrong).map(({ name }) => name)
  return (
    <main className="package-page">
      <SendHead
        kind={task.kind}
        record={record}
        state={state}
        standing={standing}
        outdated={record === newest && outdated}
        onBack={toTask}
      />
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
              detail={task.kind === 'table' ? words.missingAdviceOfList : words.missingAdvice}
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
          {record === newest && outdated && (
            <Banner
              tone="warn"
              title={words.outdated}
              detail={words.outdatedAdvice}
              action={<PackButton task={id} again />}
            />
          )}
          {fault && standing === 'unknown' && (
            <Banner
              tone="warn"
              title={words.unknownState + faultSentence(fault)}
              detail={words.unknownAdvice}
              action={<Button onClick={again}>{words.lookAgain}</Button>}
            />
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
              usable={standing !== 'broken'}
            />
          ))}
        </div>
        <aside className="package-side">
          <PackageFiles files={files} download={host.kind === 'web'} />
          <PackageHistory task={id} packages={packages} states={states} current={record.id} />
        </aside>
      </div>
    </main>
  )
}
