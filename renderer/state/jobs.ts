import { createStore, type StoreApi } from 'zustand/vanilla'
import { type FaultData, faultOf } from '../../shared/faults.ts'

/** How far a long piece of work has come. */
export interface JobProgress {
  readonly stage: 'receive' | 'walk' | 'read' | 'probe' | 'write' | 'verify' | 'print' | 'samples'
  readonly done: number
  readonly total: number
  /** The file being worked on. */
  readonly item?: string | undefined
}
/** `add`: files on their way in. `pack`: a package being written. */
export type JobKind = 'add' | 'pack'

export interface Job {
  readonly kind: JobKind
  readonly task: string
  /** ms since the epoch. */
  readonly startedAt: number
  readonly progress: JobProgress | undefined
  readonly cancel: () => void
}
/** How a job ended that did not do what was asked. */
export interface JobFailure {
  readonly kind: JobKind
  readonly task: string
  readonly fault: FaultData
}
export interface JobsState {
  readonly running: readonly Job[]
  readonly failure: JobFailure | undefined
}

/** Long work of this window: one of a kind at a time, each with its progress and a cancel that works at once. */
export interface Jobs {
  readonly store: StoreApi<JobsState>
  /** Runs the work; undefined when it failed or was cancelled, and the store then says why. */
  run<T>(
    job: { readonly kind: JobKind; readonly task: string },
    work: (call: {
      readonly signal: AbortSignal
      readonly onProgress: (progress: JobProgress) => void
    }) => Promise<T>,
  ): Promise<T | undefined>
  dismiss(): void
  /** Cancels what runs. Nobody is told of it, for nobody is there any more. */
  close(): void
}

export function createJobs(): Jobs {
  const store = createStore<JobsState>(() => ({ running: [], failure: undefined }))
  let closed = false
  return {
    store,
    async run({ kind, task }, work) {
      if (closed || store.getState().running.some((job) => job.kind === kind)) return undefined
      const controller = new AbortController()
      const job: Job = {
        kind,
        task,
        startedAt: Date.now(),
        progress: undefined,
        cancel: () => controller.abort(),
      }
      const replace = (next: readonly Job[]) =>
        store.setState(({ running }) => ({
          running: [...running.filter((one) => one.kind !== kind), ...next],
        }))
      store.setState({ failure: undefined })
      replace([job])
      try {
        return await work({
          signal: controller.signal,
          onProgress: (progress) => replace([{ ...job, progress }]),
        })
      } catch (error) {
        const told = faultOf(error)
        // A package that lies on the disk all the same must not pass for none.
        const isCancelled = controller.signal.aborted && told.code !== 'package-not-recorded'
        const fault: FaultData = isCancelled ? { code: 'cancelled' } : told
        if (!closed) store.setState({ failure: { kind, task, fault } })
        return undefined
      } finally {
        replace([])
      }
    },
    dismiss: () => store.setState({ failure: undefined }),
    close() {
      closed = true
      store.getState().running.forEach(({ cancel }) => cancel())
    },
  }
}
