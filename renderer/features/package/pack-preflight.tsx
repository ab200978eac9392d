import { Button, Checkbox } from 'antd'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Task } from '../../../shared/notice/task.ts'
import { lastSubmission } from '../../../shared/packing/replaced.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { draftSubmission } from '../../../shared/project/draft-submission.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import { useProject, useSession, useTask, useTaskView, useVerdict } from '../../app/session-context.tsx'
import type { OutFolder } from '../../host/host.ts'
import { allJudged } from '../../state/finding-groups.ts'
import { goTo } from '../../state/page.ts'
import { unwrittenText } from '../../../shared/wording/unwritten-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { packSummary } from './pack-summary.ts'
import type { OutPlace } from './use-out-folder.ts'
import { capsText, countsText, deadlineText, recipientText, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly place: OutPlace
  readonly onStart: (out: OutFolder) => void
  readonly onClose: () => void
}

/** What will be packed, to be looked over once more. */
export function PackPreflight({ task: id, place, onStart, onClose }: Props) {
  const { host, notice, facts, judge, project } = useSession()
  const task = useTask(id)
  const document = useProject((state) => state.document)
  const verdict = useVerdict(id)
  const measured = useStore(facts.store, (state) => state.facts)
  const now = useStore(judge.store, (state) => state.now)
  const [, setView] = useTaskView(id)
  const { packages, thumbnails = false } = taskDraft(document, id)
  const replaces = useMemo(() => lastSubmission(packages), [packages])
  const summary = useMemo(
    () =>
      packSummary({
        notice,
        task,
        submission: draftSubmission(document, id, (item) => measured.get(item)),
        judged: verdict ? allJudged(verdict) : [],
        replaces,
        now,
      }),
    [notice, task, document, id, measured, verdict, replaces, now],
  )
  const { counts, bytes, leftOut, folderName, archives, unwritten, waivers, warnings, deadline, recipient } =
    summary
  const caps = capsText(summary.caps, bytes)
  const doubts = warnings.reduce((sum, { count }) => sum + count, 0)
  const dayOf = (instant: string) =>
    dateText(wallClock(new Date(instant), notice.utcOffset).slice(0, 10)).replace(/^\d+年/, '')
  const show = (code: string, first: string) => {
    setView({ filter: 'all', query: '', code, current: first })
    onClose()
    goTo({ at: 'task', task: id })
  }

  return (
    <>
      <div className="package-scroll">
        <p className="package-sum">
          <strong>{countsText(counts)}</strong>
          {bytes > 0 && <span>{words.total(bytes)}</span>}
        </p>
        <p className="package-quiet">
          {task.kind === 'table' ? words.listOnly : words.originals}
          {leftOut > 0 && words.leftOut(leftOut)}
        </p>
        <dl className="package-facts">
          <dt>{words.names}</dt>
          <dd>
            {archives.map((name) => (
              <strong key={name}>{name}</strong>
            ))}
            <small>{words.inFolder(folderName)}</small>
          </dd>
          <dt>{words.writtenTo}</dt>
          <dd className="package-place">
            <span>{place.folder?.shown}</span>
            {host.kind === 'desktop' && (
              <Button onClick={() => void place.change()}>{words.otherPlace}</Button>
            )}
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
              <dd>{words.replaces(replaces.ordinal, dayOf(replaces.sentAt))}</dd>
            </>
          )}
        </dl>
        {task.documents.some((one) => one.thumbnails) && (
          <Checkbox
            checked={thumbnails}
            onChange={({ target }) =>
              project.edit([{ type: 'set-thumbnails', task: id, on: target.checked }])
            }
          >
            {words.thumbnails}
            <span className="package-quiet">　{words.thumbnailsHint}</span>
          </Checkbox>
        )}
        {place.fault && (
          <Banner
            tone="bad"
            title={faultSentence(place.fault)}
            action={<Button onClick={place.again}>{words.retry}</Button>}
          />
        )}
        {caps !== undefined && <Banner tone="info" title={caps} />}
        {unwritten.length > 0 && <Banner tone="warn" title={unwrittenText(unwritten)} />}
        {doubts > 0 && (
          <section className="package-note package-note-warn">
            <h3>{words.warnings(doubts)}</h3>
            <ul>
              {warnings.map(({ text, code, count, first }) => (
                <li key={text}>
                  <span>
                    {text}
                    {first !== undefined && `　${words.places(count)}`}
                  </span>
                  {first !== undefined && (
                    <Button type="link" onClick={() => show(code, first)}>
                      {words.show}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {waivers.length > 0 && (
          <section className="package-note">
            <h3>{words.waivers}</h3>
            <ul>
              {waivers.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div className="package-foot">
        <Button size="large" onClick={onClose}>
          {words.back}
        </Button>
        <Button
          type="primary"
          size="large"
          data-first
          disabled={!place.folder}
          onClick={() => place.folder && onStart(place.folder)}
        >
          {words.start}
        </Button>
      </div>
    </>
  )
}

const phonesOf = (recipient: Task['recipients'][number] | undefined): readonly string[] =>
  recipient?.channel === 'mail' ? recipient.phones : []
