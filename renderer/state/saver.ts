import type { Contract } from '../../shared/contract.ts'
import { Fault, type FaultData, faultOf } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { pause } from './pause.ts'
import type { Saving } from './project-mirror.ts'
import { firstCall, splitEdit } from './split-edits.ts'

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
  /** Runs an operation that changes the project at the engine, beside the edits. @throws Fault */
  run<T extends { readonly document: ProjectDocument }>(
    operation: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>
  /** Resolves when every edit is on the disk. @throws Fault why the window has ended with edits unsaved */
  saved(): Promise<void>
  /** Opens the project again after the engine was lost; false when the window has ended. */
  recover(): Promise<boolean>
  /** Edits that are not known to be on the disk. */
  unsaved(): readonly Edit[]
  close(): void
}

/** Waits between attempts to reach an engine that is gone, in ms; then the longest again and again. */
const waits = [100, 300, 600, 1000]
const longestWait = 2000
/** Faults of the place where projects lie: they pass, and the edits are kept until then. */
const passing: readonly string[] = ['disk-full', 'out-unwritable', 'not-readable']

/**
 * Brings edits to the disk, in order, several in one call when they come fast, a very large one in several. Nothing is dropped: while the engine
 * is gone or the disk is full, edits wait. After any doubt the project is opened again and what is unsaved is laid over
 * it once more; an edit that was saved although its answer got lost is then saved twice, which changes nothing.
 */
export function createSaver(client: Client<Contract>, opened: ProjectDocument, events: SaverEvents): Saver {
  /** The document as it lies on the disk, as far as we know. */
  let base = opened
  let pending: readonly Edit[] = []
  /** Edits are on their way: whether they arrived is open until their answer. */
  let sending = false
  /** An answer got lost: the edits may land yet, also after the project was opened again. */
  let doubt = false
  /** So many edits go one at a time, because one of them was refused. */
  let singly = 0
  let waiting = false
  /** An operation has ended without its document: whether it changed the project shows when it is opened again. */
  let unsure = false
  let ended: FaultData | undefined
  let flushing: Promise<void> | undefined
  let recovering: Promise<boolean> | undefined
  const running = new Set<Promise<unknown>>()
  const closing = new AbortController()
  const closed = () => closing.signal.aborted

  const replace = (document: ProjectDocument) => {
    // An answer that was long on its way must not take back what was saved meanwhile.
    if (document.revision < base.revision) return
    base = document
    events.onReplaced(applyEdits(document, pending).document)
  }
  const end = (fault: FaultData) => {
    ended = fault
    closing.abort()
    events.onState({ saving: pending.length > 0 ? 'waiting' : 'saved', trouble: undefined, ended: fault })
  }

  const reopen = async (): Promise<boolean> => {
    for (let attempt = 0; !closed(); attempt += 1) {
      try {
        const document = await client['project.open']({ project: opened.id })
        const ours = base.revision + (sending || doubt ? 1 : 0)
        if (document.revision > ours && !unsure && running.size === 0) {
          end({ code: 'project-changed-elsewhere', project: opened.id })
          return false
        }
        unsure = false
        if (document.revision !== base.revision) replace(document)
        return true
      } catch (error) {
        const fault = faultOf(error)
        if (fault.code !== 'engine-gone' && !passing.includes(fault.code)) {
          end(fault)
          return false
        }
        await pause(waits[attempt] ?? longestWait)
      }
    }
    return false
  }
  const recover = (): Promise<boolean> => (recovering ??= reopen().finally(() => (recovering = undefined)))

  /** What the engine refuses for good must not stand in the way of what follows. */
  const giveUp = async (refused: readonly Edit[], fault: FaultData): Promise<void> => {
    if (refused.length > 1) {
      singly = refused.length
      return
    }
    unsure = true
    if (!(await recover())) return
    pending = pending.slice(refused.length)
    singly = Math.max(0, singly - 1)
    events.onReplaced(applyEdits(base, pending).document)
    events.onRefused(fault)
  }
  const wait = async (trouble: FaultData | undefined, until: () => Promise<unknown>): Promise<void> => {
    waiting = true
    events.onState({ saving: 'waiting', trouble })
    await until()
  }
  const send = async (sent: readonly Edit[], attempt: number): Promise<void> => {
    const before = base
    sending = true
    try {
      const { revision, changedAt } = await client['project.edit']({
        project: opened.id,
        revision: before.revision,
        edits: [...sent],
      })
      // The document that an operation brought meanwhile holds these edits already.
      if (revision > base.revision) base = { ...applyEdits(base, sent).document, revision, changedAt }
      pending = pending.slice(sent.length)
      singly = Math.max(0, singly - sent.length)
      doubt = false
      waiting = false
    } catch (error) {
      const fault = faultOf(error)
      const elsewhere = fault.code === 'project-changed-elsewhere'
      if (fault.code === 'engine-gone') {
        doubt = true
        await wait(undefined, recover)
      } else if (elsewhere && base !== before) {
        // One of our own operations came first, and its document names the revision to go on from.
      } else if (elsewhere && running.size > 0)
        await Promise.race([...running].map((one) => one.catch(() => undefined)))
      else if (elsewhere && (unsure || doubt)) await recover()
      else if (elsewhere || fault.code === 'host-gone') end(fault)
      else if (passing.includes(fault.code)) await wait(fault, () => pause(waits[attempt] ?? longestWait))
      else await giveUp(sent, fault)
    } finally {
      sending = false
    }
  }
  const sendAll = async (): Promise<void> => {
    for (let attempt = 0; pending.length > 0 && !closed(); attempt += 1)
      await send(singly > 0 ? pending.slice(0, 1) : firstCall(pending), attempt)
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
      replace(result.document)
      return result
    } catch (error) {
      unsure = true
      void recover()
      throw error
    }
  }

  return {
    save(edits) {
      if (closed()) return
      pending = [...pending, ...edits.flatMap((edit) => splitEdit(edit))]
      // Writing on must not hide that nothing is being saved.
      if (!waiting) events.onState({ saving: 'saving', trouble: undefined })
      void flush()
    },
    async run(operation, signal) {
      await Promise.race([flush(), aborted(signal)])
      if (ended) throw new Fault(ended)
      const one = runOne(operation)
      running.add(one)
      return one.finally(() => running.delete(one))
    },
    async saved() {
      await flush()
      if (closed() && pending.length > 0) throw new Fault(ended ?? { code: 'cancelled' })
    },
    recover,
    unsaved: () => pending,
    close: () => closing.abort(),
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const fail = () => reject(new Fault({ code: 'cancelled' }))
    if (signal?.aborted) fail()
    signal?.addEventListener('abort', fail, { once: true })
  })
