import { Button, Progress } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { lastSubmission } from '../../../shared/packing/replaced.ts'
import { taskDraft } from '../../../shared/project/document.ts'
import { draftSubmission } from '../../../shared/project/draft-submission.ts'
import { baseName } from '../../../shared/naming/file-path.ts'
import { useSession, useTask } from '../../app/session-context.tsx'
import type { Job, JobProgress } from '../../state/jobs.ts'
import { packSummary } from './pack-summary.ts'
import {
  paceStage,
  type Reached,
  secondsLeft,
  shareOf,
  startPace,
  withReached,
  withShare,
} from './time-left.ts'
import { remainingText, words } from './wording.ts'

/** How packing goes on, with a way out of it. */
export function PackProgress({ job }: { readonly job: Job }) {
  const [cancelling, setCancelling] = useState(false)
  const { progress } = job
  const places = usePlaces(job.task)
  const pace = usePace(job)
  const seconds = secondsLeft(pace)
  const stage = progress && stageText(progress.stage, places)
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
        <p className="package-quiet tabular">{progress ? countText(progress, places) : ' '}</p>
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

const stageText = (stage: JobProgress['stage'], { carried }: Places): string =>
  stage === 'write' && carried ? words.copying : words.stages[stage]

/** The files of the package, numbered as they are written. In which part one goes the engine may have planned anew. */
interface Places {
  /** They are copied as they are. */
  readonly carried: boolean
  readonly files: ReadonlyMap<string, number>
}

/** Writing and checking are counted in bytes: which file that is says more. */
function countText({ stage, done, total, item }: JobProgress, { files }: Places): string {
  if (stage === 'print') return item ?? ' '
  if (stage === 'probe') return total > 0 ? words.filesDone(done, total) : ' '
  const number = item === undefined ? undefined : files.get(item)
  return number === undefined ? words.documentsDone : words.filesDone(number, files.size)
}

/** Nothing changes them while the package is being written. */
function usePlaces(id: string): Places {
  const { notice, project, facts } = useSession()
  const task = useTask(id)
  return useMemo(() => {
    const { document } = project.store.getState()
    const measured = facts.store.getState().facts
    const { packages, sending: choice } = taskDraft(document, id)
    const { plan } = packSummary({
      notice,
      task,
      submission: draftSubmission(document, id, (item) => measured.get(item)),
      judged: [],
      replaces: lastSubmission(packages),
      choice,
      now: wallClock(new Date(), notice.utcOffset),
    })
    const paths = plan.parts.flatMap(({ items }) => items.map(({ path }) => path))
    return {
      carried: plan.plan === 'disk',
      files: new Map(paths.map((path, index) => [path, index + 1])),
    }
  }, [notice, project, facts, task, id])
}

function usePace({ startedAt, progress }: Job) {
  const [pace, setPace] = useState(() => startPace(startedAt))
  const reached = useRef<Reached>({})
  useEffect(() => {
    if (progress) reached.current = withReached(reached.current, progress)
    const tell = () => {
      if (!progress) return
      const stage = paceStage(progress.stage)
      setPace((before) => withShare(before, stage, shareOf(reached.current), Date.now()))
    }
    tell()
    const timer = setInterval(tell, 1000)
    return () => clearInterval(timer)
  }, [progress])
  return pace
}
