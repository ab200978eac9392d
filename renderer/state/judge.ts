import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Notice } from '../../shared/notice/notice.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { FactsFeed } from './facts-feed.ts'
import type { TaskVerdict } from './item-verdict.ts'
import type { Changed, FromJudge, ToJudge, VerdictChange } from './judge-protocol.ts'
import type { ProjectMirror } from './project-mirror.ts'

export interface JudgeState {
  /** By task id. */
  readonly verdicts: Readonly<Record<string, TaskVerdict>>
  /** Everything that was told is in the verdicts. */
  readonly upToDate: boolean
  /** Local wall-clock time at the notice's offset, by which the verdicts were made. */
  readonly now: string
  /** The judge's thread has failed: nothing is judged any more. */
  readonly failed: boolean
}

/** The verdict on the whole project, kept up with every edit and measurement on a thread of its own. */
export interface Judge {
  readonly store: StoreApi<JudgeState>
  close(): void
}

/** Days left must be right in a window that stays open overnight. */
const clockEvery = 60_000

export function createJudge(
  notice: Notice,
  project: ProjectMirror,
  facts: FactsFeed,
  clock: () => Date,
): Judge {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module' })
  const store = createStore<JudgeState>(() => ({
    verdicts: {},
    upToDate: false,
    now: '',
    failed: false,
  }))
  let told = 0
  const tell = (message: ToJudge) => {
    told += 1
    worker.postMessage(message)
    if (store.getState().upToDate) store.setState({ upToDate: false })
  }
  const tellClock = () => {
    const now = wallClock(clock(), notice.utcOffset)
    // The rules count in days and milestones in minutes.
    if (now.slice(0, 16) === store.getState().now.slice(0, 16)) return
    store.setState({ now })
    tell({ type: 'clock', now })
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromJudge>) => {
    store.setState(({ verdicts }) => ({
      verdicts: data.changes.reduce(withChange, verdicts),
      upToDate: data.heard === told,
    }))
  })
  worker.addEventListener('error', () => store.setState({ failed: true }))
  worker.addEventListener('messageerror', () => store.setState({ failed: true }))
  tell({ type: 'open', notice, document: project.store.getState().document })
  tell({ type: 'facts', facts: [...facts.store.getState().facts] })
  tellClock()
  const leave = [
    project.follow((change) =>
      tell('edits' in change ? { type: 'edits', ...change } : { type: 'document', ...change }),
    ),
    facts.follow((measured) => tell({ type: 'facts', facts: measured })),
  ]
  const timer = setInterval(tellClock, clockEvery)
  return {
    store,
    close() {
      clearInterval(timer)
      leave.forEach((off) => off())
      worker.terminate()
    },
  }
}

function withChange(
  verdicts: Readonly<Record<string, TaskVerdict>>,
  { task, items, rows, rest }: VerdictChange,
): Readonly<Record<string, TaskVerdict>> {
  const before = verdicts[task]
  const verdict = {
    ...rest,
    items: withChanges(before?.items, items),
    rows: withChanges(before?.rows, rows),
  }
  return { ...verdicts, [task]: verdict }
}

/** The same map where nothing is different: what shows it need not look at it again. */
function withChanges<T>(
  before: ReadonlyMap<string, T> | undefined,
  { changed, gone }: Changed<T>,
): ReadonlyMap<string, T> {
  if (before && changed.length + gone.length === 0) return before
  const after = new Map([...(before ?? []), ...changed])
  gone.forEach((id) => after.delete(id))
  return after
}
