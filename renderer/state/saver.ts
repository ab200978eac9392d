import type { Contract } from '../../shared/contract.ts'
import { Fault, type FaultData } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import type { Saving } from './project-mirror.ts'

interface SaverState {
  readonly saving: Saving
  readonly trouble: FaultData | undefined
  readonly ended?: FaultData
}
interface SaverEvents {
  onState(state: SaverState): void
  /** The engine's document took the place of the one that edits were laid over; those still unsaved are in it. */
  onReplaced(document: ProjectDocument): void
  /** Edits were given up, for the engine will never take them. */
  onRefused(fault: FaultData): void
}

export interface Saver {
  save(edits: readonly Edit[]): void
  /** Runs an operation that changes the project at the engine, in turn with the edits. */
  run<T extends { readonly document: ProjectDocument }>(operation: () => Promise<T>): Promise<T>
  saved(): Promise<void>
  recover(): Promise<void>
  close(): void
}

/** Waits between attempts to reach an engine that is gone, in ms; then the longest again and again. */
const waits = [100, 300, 600, 1000]
const longestWait = 2000
/** Faults of the place where projects lie: they pass, and the edits are kept until then. */
const passing: readonly string[] = ['disk-full', 'out-unwritable', 'not-readable']

/**
 * Brings edits to the disk, in order, several in one call when they come fast. Nothing is dropped: while the engine
 * is gone or the disk is full, edits wait. An edit that was saved just before its answer got lost is recognised.
 */
export function createSaver(client: Client<Contract>, opened: ProjectDocument, events: SaverEvents): Saver {
  /** The document as it lies on the disk, as far as we know. */
  let base = opened
  let pending: readonly Edit[] = []
  let flushing: Promise<void> | undefined
  let recovering: Promise<void> | undefined
  const closing = new AbortController()
  const closed = () => closing.signal.aborted
  /** Operations under way that will change the project; a long one must not hold up the edits. */
  const running = new Set<Promise<unknown>>()
  /** The engine was lost in the middle of one: whether it changed the project shows when it is opened again. */
  let unsure = false

  const replace = (document: ProjectDocument) => {
    base = document
    events.onReplaced(applyEdits(document, pending).document)
  }
  const end = (fault: FaultData) => {
    closing.abort()
    events.onState({ saving: 'saved', trouble: undefined, ended: fault })
  }

  const reopen = async (sent: readonly Edit[]): Promise<void> => {
    for (let attempt = 0; !closed(); attempt += 1) {
      try {
        const document = await client['project.open']({ project: opened.id })
        if (document.revision !== base.revision) {
          if (sent.length > 0 && sameWork(document, applyEdits(base, sent).document)) {
            // The answer got lost, the edits did not.
            pending = pending.slice(sent.length)
            base = document
          } else if (unsure) replace(document)
          else end({ code: 'project-changed-elsewhere', project: opened.id })
        }
        unsure = false
        return
      } catch (error) {
        const fault = faultOf(error)
        if (fault.code !== 'engine-gone') return end(fault)
        await pause(waits[attempt] ?? longestWait)
      }
    }
  }
  const recover = (sent: readonly Edit[] = []): Promise<void> =>
    (recovering ??= reopen(sent).finally(() => (recovering = undefined)))

  const send = async (sent: readonly Edit[], attempt: number): Promise<void> => {
    const before = base
    try {
      const { revision, changedAt } = await client['project.edit']({
        project: opened.id,
        revision: before.revision,
        edits: [...sent],
      })
      // The document that an operation brought meanwhile holds these edits already.
      if (revision > base.revision) base = { ...applyEdits(base, sent).document, revision, changedAt }
      pending = pending.slice(sent.length)
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'engine-gone') {
        events.onState({ saving: 'waiting', trouble: undefined })
        await recover(sent)
      } else if (fault.code === 'project-changed-elsewhere' && (running.size > 0 || base !== before)) {
        // Our own operation came first: its document names the revision to go on from.
        await Promise.allSettled(running)
      } else if (passing.includes(fault.code)) {
        events.onState({ saving: 'waiting', trouble: fault })
        await pause(waits[attempt] ?? longestWait)
      } else if (fault.code === 'project-changed-elsewhere') end(fault)
      else await giveUp(sent, fault)
    }
  }
  /** What the engine refuses for good must not stand in the way of what follows. */
  const giveUp = async (refused: readonly Edit[], fault: FaultData): Promise<void> => {
    pending = pending.slice(refused.length)
    try {
      replace(await client['project.open']({ project: opened.id }))
      events.onRefused(fault)
    } catch {
      end(fault)
    }
  }
  const sendAll = async (): Promise<void> => {
    for (let attempt = 0; pending.length > 0 && !closed(); attempt += 1) await send(pending, attempt)
    if (!closed()) events.onState({ saving: 'saved', trouble: undefined })
  }
  const flush = (): Promise<void> =>
    (flushing ??= sendAll().then(() => {
      flushing = undefined
      return pending.length > 0 && !closed() ? flush() : undefined
    }))

  const runOne = async <T extends { readonly document: ProjectDocument }>(
    operation: () => Promise<T>,
  ): Promise<T> => {
    try {
      const result = await operation()
      // Edits that were saved while the answer was on its way are in a later document.
      const late = result.document.revision < base.revision
      replace(late ? await client['project.open']({ project: opened.id }) : result.document)
      return result
    } catch (error) {
      if (faultOf(error).code === 'engine-gone') {
        unsure = true
        void recover()
      }
      throw error
    }
  }

  return {
    save(edits) {
      if (closed()) return
      pending = [...pending, ...edits]
      events.onState({ saving: 'saving', trouble: undefined })
      void flush()
    },
    async run(operation) {
      await flush()
      const one = runOne(operation)
      running.add(one)
      return one.finally(() => running.delete(one))
    },
    saved: () => flush(),
    recover: () => recover(),
    close: () => closing.abort(),
  }
}

const sameWork = (a: ProjectDocument, b: ProjectDocument): boolean =>
  JSON.stringify([a.unit, a.tasks]) === JSON.stringify([b.unit, b.tasks])

const faultOf = (error: unknown): FaultData =>
  error instanceof Fault ? error.data : { code: 'internal', reference: String(error) }

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
