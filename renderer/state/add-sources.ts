import type { Unreadable } from '../../shared/facts.ts'
import type { JobProgress } from './jobs.ts'
import type { Session } from './session.ts'
import type { Receiving } from '../host/host.ts'

type Handed = (call: {
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress) => void
}) => Promise<readonly string[]>

/** What came of handing files in. */
export interface Added {
  /** The files that are new in the task, in the order in which they were found. */
  readonly ids: readonly string[]
  readonly added: number
  /** Files that the task had already. */
  readonly known: number
  /** Litter of systems, passed over. */
  readonly ignored: number
  /** Places that could not be looked into. */
  readonly troubles: readonly { readonly path: string; readonly reason: Unreadable }[]
}

/** Brings files into a task: whatever way they come, they appear at once and are measured after. */
export function addSources(session: Session, task: string, handed: Handed): Promise<Added | undefined> {
  const { jobs, client, project } = session
  return jobs.run({ kind: 'add', task }, async ({ signal, onProgress }) => {
    const claims = await handed({ signal, onProgress })
    if (claims.length === 0) return undefined
    const result = await project.run(
      (id) =>
        client['project.add-sources']({ project: id, task, claims: [...claims] }, { signal, onProgress }),
      { undo: ({ added }) => [{ type: 'remove-items', task, items: added }], signal },
    )
    return {
      ids: result.added,
      added: result.added.length,
      known: result.known,
      ignored: result.ignored.count,
      troubles: result.troubles,
    }
  })
}

const receiving =
  (onProgress: (progress: JobProgress) => void) =>
  ({ bytes, total, item }: Receiving) =>
    onProgress({ stage: 'receive', done: bytes, total, item })

/** Folders and files dropped on the window; to be called within the drop event. */
export function addDropped(
  session: Session,
  task: string,
  dropped: DataTransfer,
): Promise<Added | undefined> {
  return addSources(session, task, ({ signal, onProgress }) =>
    session.host.claim(dropped, { signal, onProgress: receiving(onProgress) }),
  )
}

/** Folders or files chosen in a dialog. */
export function addChosen(
  session: Session,
  task: string,
  what: 'folders' | 'files',
): Promise<Added | undefined> {
  return addSources(session, task, ({ signal, onProgress }) =>
    session.host.choose(what, { signal, onProgress: receiving(onProgress) }),
  )
}

/** Sample media, for a clerk who wants to see what the program does. */
export function addSamples(session: Session, task: string): Promise<Added | undefined> {
  return addSources(session, task, async ({ signal, onProgress }) => {
    const { claim } = await session.client['samples.write'](
      {},
      { signal, onProgress: (step) => onProgress({ ...step, stage: 'samples' }) },
    )
    return [claim]
  })
}
