import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Format } from '../../shared/facts.ts'
import type { FieldColumn } from './form-layout.ts'
import type { SheetsRead } from './read-sheets.ts'
import type { TablesRead } from './read-tables.ts'

/** What the thread reads: a form of ours, or whatever tables somebody has sent. */
export type SheetsJob =
  | { readonly of: 'form'; readonly content: Uint8Array; readonly fields: readonly FieldColumn[] }
  | { readonly of: 'tables'; readonly content: Uint8Array; readonly format: Format }
interface Results {
  readonly form: SheetsRead
  readonly tables: TablesRead
}
type Result<J extends SheetsJob> = Results[J['of']]
/** The thread's answer. `bug` is the stack of what was thrown. */
export type SheetsReply = { readonly read: SheetsRead | TablesRead } | { readonly bug: string }

/** Memory in MB, time in ms. */
export interface SheetsLimits {
  readonly memory: { readonly maxOldGenerationSizeMb: number }
  readonly patience: number
  /** How many threads are kept for the next file, each with some 35 MB. */
  readonly kept: number
}

/** How long a thread waits for the next file, in ms: starting one takes longer than reading most files. */
const idleFor = 20_000

/** Reads files of others in a thread apart. */
export interface SheetsThread {
  /**
   * What the file holds; undefined where reading it takes more memory or time than any honest file needs. The thread is
   * lost then, and the next file gets a new one.
   *
   * @throws the signal's reason, at once
   */
  read<J extends SheetsJob>(job: J, signal?: AbortSignal): Promise<Result<J> | undefined>
}

/** Threads that are kept for the files of a folder: as many as small machines have cores. */
export const readingThreads = 2
/** A damaged .xls can make SheetJS take all the memory there is; a sound form of 5000 rows takes a second. */
const bounds: SheetsLimits = {
  memory: { maxOldGenerationSizeMb: 768 },
  patience: 30_000,
  kept: readingThreads,
}

/** Calls at the same time get threads of their own; of those that have nothing more to read, some are kept. */
export function sheetsThread(limits: Partial<SheetsLimits> = {}): SheetsThread {
  const { memory, patience, kept } = { ...bounds, ...limits }
  const spare = new Map<Worker, NodeJS.Timeout>()
  const begin = (): Worker => {
    const worker = start(memory)
    worker.once('exit', () => {
      clearTimeout(spare.get(worker))
      spare.delete(worker)
    })
    return worker
  }
  const take = (): Worker => {
    const [first] = spare
    if (!first) return begin()
    const [worker, retirement] = first
    clearTimeout(retirement)
    spare.delete(worker)
    worker.ref()
    return worker
  }
  const keep = async (worker: Worker): Promise<void> => {
    if (spare.size >= kept) return void (await worker.terminate())
    // Neither the thread nor its end keeps a program from ending.
    worker.unref()
    const retirement = setTimeout(() => {
      spare.delete(worker)
      void worker.terminate()
    }, idleFor).unref()
    spare.set(worker, retirement)
  }
  return {
    async read<J extends SheetsJob>(job: J, signal?: AbortSignal) {
      signal?.throwIfAborted()
      const worker = take()
      const late = AbortSignal.timeout(patience)
      let reply: SheetsReply
      try {
        worker.postMessage(job)
        const stop = signal ? AbortSignal.any([late, signal]) : late
        ;[reply] = (await once(worker, 'message', { signal: stop })) as [SheetsReply]
      } catch (error) {
        await worker.terminate()
        signal?.throwIfAborted()
        if (late.aborted || isOutOfMemory(error)) return undefined
        throw error
      }
      await keep(worker)
      if ('bug' in reply) throw new Error(`reading ${job.of} failed: ${reply.bug}`)
      return reply.read as Result<J>
    },
  }
}

/** The thread that all reading shares. */
export const readingThread = sheetsThread()

function start(memory: SheetsLimits['memory']): Worker {
  // The sources run as .ts in development and as .js when built.
  const worker = new Worker(new URL(`./sheets-worker${extname(import.meta.url)}`, import.meta.url), {
    resourceLimits: memory,
  })
  // Whoever waits for an answer hears of it; while nobody does, nothing is lost.
  worker.on('error', () => undefined)
  return worker
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
