import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Contract } from '../../shared/contract.ts'
import type { Facts } from '../../shared/facts.ts'
import { type FaultData, faultOf } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'

export interface FactsState {
  readonly facts: ReadonlyMap<string, Facts>
  /** Files asked for since the feed was last idle, and how many of them are measured. */
  readonly total: number
  readonly done: number
  /** The file being measured. */
  readonly item: string | undefined
  /** Why measuring has stopped; the clerk may start it again. */
  readonly trouble: FaultData | undefined
}

/** What was measured of the project's files, filled in as the engine gets to them. */
export interface FactsFeed {
  readonly store: StoreApi<FactsState>
  /** Asks for files; those that are known or asked for already are passed over. */
  want(ids: readonly string[]): void
  /** Asks again for files that may have changed. */
  again(ids: readonly string[]): void
  follow(listener: (measured: readonly (readonly [string, Facts])[]) => void): () => void
  close(): void
}

const smallest = 4
const largest = 400
/** A batch should come back within this time: files then fill in steadily, remembered ones in big steps. */
const comfortable = { from: 250, to: 1000 }

/** @param recover opens the project again at an engine that was lost; false when the window has ended */
export function createFactsFeed(client: Client<Contract>, recover: () => Promise<boolean>): FactsFeed {
  const store = createStore<FactsState>(() => ({
    facts: new Map(),
    total: 0,
    done: 0,
    item: undefined,
    trouble: undefined,
  }))
  const listeners = new Set<(measured: readonly (readonly [string, Facts])[]) => void>()
  const wanted = new Set<string>()
  const underWay = new Set<string>()
  /** Files that the clerk asks to be looked at once more. */
  const doubted = new Set<string>()
  const stop = new AbortController()
  let running = false

  const probe = async (batch: readonly string[]): Promise<void> => {
    const anew = batch.some((id) => doubted.has(id))
    for (const id of batch) {
      wanted.delete(id)
      doubted.delete(id)
      underWay.add(id)
    }
    const before = store.getState().done
    try {
      const measured = await client['media.probe'](
        { files: [...batch], ...(anew && { anew }) },
        {
          signal: stop.signal,
          onProgress: ({ done, item }) => store.setState({ done: before + done, item }),
        },
      )
      // Files that were removed meanwhile are not in the answer.
      const entries = measured.map(({ id, facts }) => [id, facts] as const)
      store.setState(({ facts }) => ({
        facts: new Map([...facts, ...entries]),
        done: before + batch.length,
      }))
      listeners.forEach((listener) => listener(entries))
    } catch (error) {
      for (const id of batch) {
        wanted.add(id)
        if (anew) doubted.add(id)
      }
      store.setState({ done: before })
      throw error
    } finally {
      underWay.clear()
    }
  }

  const run = async (): Promise<void> => {
    if (running) return
    running = true
    let size = smallest
    while (wanted.size > 0 && !stop.signal.aborted) {
      const started = performance.now()
      const batch = [...wanted].slice(0, size)
      try {
        await probe(batch)
        const took = performance.now() - started
        if (took < comfortable.from) size = Math.min(largest, size * 2)
        else if (took > comfortable.to) size = Math.max(smallest, Math.floor(size / 2))
      } catch (error) {
        const fault = faultOf(error)
        if (fault.code === 'cancelled') break
        if (fault.code === 'engine-gone' && (await recover())) size = smallest
        else if (fault.code === 'engine-gone') {
          store.setState({ trouble: fault })
          wanted.clear()
        } else if (size > 1) size = 1
        else {
          // The one file that cannot be measured.
          batch.forEach((id) => wanted.delete(id))
          store.setState({ trouble: fault })
        }
      }
    }
    running = false
    store.setState({ total: 0, done: 0, item: undefined })
  }

  const ask = (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !wanted.has(id))
    if (fresh.length === 0) return
    fresh.forEach((id) => wanted.add(id))
    store.setState(({ total }) => ({ total: total + fresh.length, trouble: undefined }))
    void run()
  }
  return {
    store,
    want: (ids) => ask(ids.filter((id) => !store.getState().facts.has(id) && !underWay.has(id))),
    again(ids) {
      ids.forEach((id) => doubted.add(id))
      ask(ids)
    },
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => stop.abort(),
  }
}
