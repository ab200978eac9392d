import { Fault } from '../../../shared/faults.ts'
import { type PackageRecord, type ProjectDocument, taskDraft } from '../../../shared/project/document.ts'
import { goTo } from '../../state/page.ts'
import type { Session } from '../../state/session.ts'

/** Packs a task and goes on to sending it. How it stands, and why it failed, the jobs tell. */
export async function packTask(session: Session, task: string, out: string): Promise<void> {
  const { client, jobs, project } = session
  const record = await jobs.run({ kind: 'pack', task }, async ({ signal, onProgress }) => {
    // An engine that has to be started again may keep us waiting: cancelling does not.
    await Promise.race([project.saved(), aborted(signal)])
    const before = newestPackage(project.store.getState().document, task)
    const { document } = await project.run(async (id) => {
      try {
        return await client['project.build']({ project: id, task, out }, { signal, onProgress })
      } catch (error) {
        // Cancelled a moment too late, the package may be there and in the document.
        if (signal.aborted) return { document: await client['project.open']({ project: id }) }
        throw error
      }
    })
    const newest = newestPackage(document, task)
    if (!newest || newest.id === before?.id) throw new Fault({ code: 'cancelled' })
    return newest
  })
  if (record) goTo({ at: 'send', task, package: record.id })
}

/** The package that stands for the task now. */
export const newestPackage = (document: ProjectDocument, task: string): PackageRecord | undefined =>
  taskDraft(document, task).packages.toSorted((a, b) => b.version - a.version)[0]

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const fail = () => reject(new Fault({ code: 'cancelled' }))
    if (signal.aborted) fail()
    signal.addEventListener('abort', fail, { once: true })
  })
