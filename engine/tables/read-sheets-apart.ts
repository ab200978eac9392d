import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FieldColumn } from './form-layout.ts'
import type { SheetsRead } from './read-sheets.ts'

export interface SheetsRequest {
  readonly content: Uint8Array
  readonly fields: readonly FieldColumn[]
}

/** A damaged .xls can make SheetJS take all the memory there is; a sound form of 5000 rows takes a second. In MB, ms. */
const memory = { maxOldGenerationSizeMb: 768 }
const patience = 30_000

/**
 * `readSheets` in a thread of its own with a bound on memory and time, so that no file takes the engine with it. What
 * goes beyond the bounds is no workbook.
 */
export async function readSheetsApart(
  content: Buffer,
  fields: readonly FieldColumn[],
  limits: { readonly memory?: typeof memory; readonly patience?: number } = {},
): Promise<SheetsRead> {
  // The sources run as .ts in development and as .js when built.
  const worker = new Worker(new URL(`./sheets-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { content, fields } satisfies SheetsRequest,
    resourceLimits: limits.memory ?? memory,
    // SheetJS grumbles on the console about records it does not know.
    stdout: true,
    stderr: true,
  })
  try {
    const signal = AbortSignal.timeout(limits.patience ?? patience)
    const [read] = (await once(worker, 'message', { signal })) as [SheetsRead]
    return read
  } catch (error) {
    if (isExhausted(error)) return { ok: false, problems: [{ problem: 'not-a-workbook' }] }
    throw error
  } finally {
    await worker.terminate()
  }
}

const isExhausted = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.code === 'ABORT_ERR')
