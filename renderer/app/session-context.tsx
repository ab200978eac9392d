import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { taskOf } from '../../shared/notice/choose.ts'
import type { Task } from '../../shared/notice/task.ts'
import { newestPackage, taskDraft, type TaskDraft } from '../../shared/project/document.ts'
import type { Facts } from '../../shared/facts.ts'
import type { TaskVerdict } from '../state/item-verdict.ts'
import type { Job, JobKind } from '../state/jobs.ts'
import type { ProjectState } from '../state/project-mirror.ts'
import type { Session } from '../state/session.ts'
import { isOutdated } from '../state/task-standing.ts'
import { type TaskView, taskViewOf } from '../state/task-view.ts'

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

/** The open project; only below the provider. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session')
  return session
}
export const useProject = <T,>(select: (state: ProjectState) => T): T =>
  useStore(useSession().project.store, select)
export const useTaskDraft = (task: string): TaskDraft =>
  useProject(({ document }) => taskDraft(document, task))

/** The task of the notice; an id that is none is a bug. */
export function useTask(id: string): Task {
  const task = taskOf(useSession().notice, id)
  if (!task) throw new RangeError(`no task ${id}`)
  return task
}
/** The verdict on a task; undefined until the judge has spoken first. */
export const useVerdict = (task: string): TaskVerdict | undefined =>
  useStore(useSession().judge.store, ({ verdicts }) => verdicts[task])
export const useFacts = (id: string): Facts | undefined =>
  useStore(useSession().facts.store, ({ facts }) => facts.get(id))
/** The address of a small picture; undefined while it is on its way, null where there is none. */
export const useThumbnail = (id: string): string | null | undefined =>
  useStore(useSession().thumbnails.store, ({ pictures }) => pictures.get(id))

export function useTaskView(task: string): readonly [TaskView, (view: Partial<TaskView>) => void] {
  const { views } = useSession()
  return [useStore(views.store, (all) => taskViewOf(all, task)), (view) => views.set(task, view)]
}
export const useJob = (kind: JobKind): Job | undefined =>
  useStore(useSession().jobs.store, ({ running }) => running.find((job) => job.kind === kind))

/** Whether the task was changed since it was packed last; false while nothing is packed or files are being measured. */
export function useOutdated(task: string): boolean {
  const draft = useTaskDraft(task)
  const verdict = useVerdict(task)
  const newest = newestPackage(draft)
  const measured = useStore(useSession().facts.store, ({ facts }) =>
    draft.items.every(({ id }) => facts.has(id)),
  )
  return newest !== undefined && measured && isOutdated(newest, verdict)
}
