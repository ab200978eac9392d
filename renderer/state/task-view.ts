import { createStore, type StoreApi } from 'zustand/vanilla'

/** Which files of a task are shown. `bad` are those with something to mend or look at. */
export type ItemFilter = 'all' | 'bad' | 'incomplete' | 'fine' | 'left-out'

export interface TaskView {
  readonly filter: ItemFilter
  /** Shown only where one finding of this code is open: chosen on the board of what is missing. */
  readonly code: string | undefined
  readonly query: string
  readonly selected: ReadonlySet<string>
  /** The file whose details are shown. */
  readonly current: string | undefined
  /** The field in which the clerk is writing. */
  readonly field: string | undefined
}
const fresh: TaskView = {
  filter: 'all',
  code: undefined,
  query: '',
  selected: new Set(),
  current: undefined,
  field: undefined,
}

/** What the clerk is looking at in each task. */
export interface TaskViews {
  readonly store: StoreApi<Readonly<Record<string, TaskView>>>
  set(task: string, view: Partial<TaskView>): void
}

export function createTaskViews(): TaskViews {
  const store = createStore<Readonly<Record<string, TaskView>>>(() => ({}))
  return {
    store,
    set: (task, view) => store.setState((all) => ({ ...all, [task]: { ...taskViewOf(all, task), ...view } })),
  }
}

export const taskViewOf = (views: Readonly<Record<string, TaskView>>, task: string): TaskView =>
  views[task] ?? fresh
