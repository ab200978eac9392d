import { parentPort } from 'node:worker_threads'
import { readSheets } from './read-sheets.ts'
import type { SheetsJob, SheetsReply } from './sheets-thread.ts'
import { readTables } from './read-tables.ts'

// SheetJS grumbles about records it does not know. Piping a thread's output would keep the program from ending.
for (const say of ['log', 'warn', 'error'] as const) console[say] = () => undefined

/** The thread behind `sheetsThread`: one file after the other. */
parentPort?.on('message', (job: SheetsJob) => {
  read(job).then(
    (reply) => parentPort?.postMessage(reply),
    (error: unknown) =>
      parentPort?.postMessage({
        bug: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies SheetsReply),
  )
})

async function read(job: SheetsJob): Promise<SheetsReply> {
  const content = Buffer.from(job.content.buffer, job.content.byteOffset, job.content.length)
  return {
    read: job.of === 'form' ? await readSheets(content, job.fields) : await readTables(content, job.format),
  }
}
