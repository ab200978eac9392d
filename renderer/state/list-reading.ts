import type { ReceiveOptions } from '../host/host.ts'
import { offerTables } from './list-dialog.ts'
import type { Session } from './session.ts'

/** Tables as they stand in the files that were handed in. */
export type TablesRead = Awaited<ReturnType<Session['client']['list.read']>>

/**
 * Reads the tables of files that are handed in and offers what was understood; nothing goes into the list yet. Resolves
 * when they are read, or when the clerk thought better of it; a failure is told by whoever shows the job.
 */
async function readTables(
  { jobs, client, notice, project }: Session,
  task: string,
  handed: (options: ReceiveOptions) => Promise<readonly string[]>,
): Promise<void> {
  const read = await jobs.run({ kind: 'add', task }, async ({ signal, onProgress }) => {
    const claims = await handed({
      signal,
      onProgress: ({ bytes, total, item }) => onProgress({ stage: 'receive', done: bytes, total, item }),
    })
    if (claims.length === 0) return undefined
    const tables = await client['list.read'](
      { notice: notice.id, task, claims: [...claims] },
      { signal, onProgress },
    )
    // The answer may have been on its way already.
    signal.throwIfAborted()
    return tables
  })
  if (read) offerTables({ at: 'import', task, project: project.store.getState().document.id, read })
}

/** Files and folders dropped on the window; to be called within the drop event. */
export const readDropped = (session: Session, task: string, dropped: DataTransfer): Promise<void> =>
  readTables(session, task, (options) => session.host.claim(dropped, options))

/** Files or folders chosen in a dialog. */
export const readChosen = (session: Session, task: string, what: 'folders' | 'files'): Promise<void> =>
  readTables(session, task, (options) => session.host.choose(what, options))
