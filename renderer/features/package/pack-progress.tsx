import { Button, Progress } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { lastSubmission } from '../../../shared/packing/replaced.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { draftSubmission } from '../../../shared/project/draft-submission.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import { useSession, useTask } from '../../app/session-context.tsx'
import type { Job, JobProgress } from '../../state/jobs.ts'
import { packSummary } from './pack-summary.ts'
import { secondsLeft, shareOf, startPace, withShare } from './time-left.ts'
import { remainingText, words } from './wording.ts'

/** How packing goes on, with a way out of it. */
export function PackProgress({ job }: { readonly job: Job }) {
  const [cancelling, setCancelling] = useState(false)
  const { progress } = job
  const pace = usePace(job)
  const paths = usePaths(job.task)
  const seconds = secondsLeft(pace)
  const stage = progress ? words.stages[progress.stage] : undefined
  return (
    <>
      <div className="package-scroll package-running">
        {/* Not the button: a second Enter at the start must not cancel. */}
        <h3 role="status" tabIndex={-1} data-first>
          {stage ? words.stageNow(stage) : words.preparing}…
        </h3>
        <Progress
          percent={Math.floor(pace.share * 100)}
          status="active"
          strokeColor="var(--blue)"
          aria-label={stage ?? words.preparing}
        />
        <p className="package-now">
          <span className="one-line">{progress?.item === undefined ? ' ' : baseName(progress.item)}</span>
          <span className="tabular">{seconds === undefined ? '' : remainingText(seconds)}</span>
        </p>
        <p className="package-quiet tabular">{progress ? countText(progress, paths) : ' '}</p>
      </div>
      <div className="package-foot">
        <Button
          size="large"
          disabled={cancelling}
          onClick={() => {
            setCancelling(true)
            job.cancel()
          }}
        >
          {cancelling ? words.cancelling : words.cancel}
        </Button>
      </div>
    </>
  )
}

/** Writing and checking are counted in bytes: which file that is says more. */
function countText({ stage, done, total, item }: JobProgress, paths: ReadonlyMap<string, number>): string {
  if (stage === 'print') return item ?? ' '
  if (stage === 'probe') return total > 0 ? words.filesDone(done, total) : ' '
  const index = item === undefined ? undefined : paths.get(item)
  return index === undefined ? words.documentsDone : words.filesDone(index + 1, paths.size)
}

/** The places of the files inside the package, in the order in which they are written. Nothing changes them meanwhile. */
function usePaths(id: string): ReadonlyMap<string, number> {
  const { notice, project, facts } = useSession()
  const task = useTask(id)
  return useMemo(() => {
    const { document } = project.store.getState()
    const measured = facts.store.getState().facts
    const { paths } = packSummary({
      notice,
      task,
      submission: draftSubmission(document, id, (item) => measured.get(item)),
      judged: [],
      replaces: lastSubmission(taskDraft(document, id).packages),
      now: wallClock(new Date(), notice.utcOffset),
    })
    return new Map(paths.map((path, index) => [path, index]))
  }, [notice, project, facts, task, id])
}

function usePace({ startedAt, progress }: Job) {
  const [pace, setPace] = useState(() => startPace(startedAt))
  useEffect(() => {
    const tell = () =>
      setPace((before) =>
        progress ? withShare(before, progress.stage, shareOf(progress), Date.now()) : before,
      )
    tell()
    const timer = setInterval(tell, 1000)
    return () => clearInterval(timer)
  }, [progress])
  return pace
}
