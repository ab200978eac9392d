import { Fault } from '../../../shared/faults.ts'
import { type PackageRecord, type ProjectDocument, taskDraft } from '../../../shared/project/document.ts'
import { goTo } from '../../state/page.ts'
import type { Session } from '../../state/session.ts'

/** Packs a task and goes on to sending it. How it stands, and why it failed, the jobs tell. */
export async function packTask(session: Session, task: string, out: string): Promise<void> {
  const { client, jobs, project } = session
  const record = await jobs.run({ kind: 'pack', task }, async ({ signal, onProgress }) => {
    const before = newestPackage(project.store.getState().document, task)
    try {
      const built = await project.run(
        (id) => client['project.build']({ project: id, task, out }, { signal, onProgress }),
        { signal },
      )
      return built.record
    } catch (error) {
      if (!signal.aborted || !(await project.recover())) throw error
      // Cancelled a moment too late, the package may be there and in the document.
      const newest = newestPackage(project.store.getState().document, task)
      if (!newest || newest.id === before?.id) throw new Fault({ code: 'cancelled' }, { cause: error })
      return newest
    }
  })
  if (record) goTo({ at: 'send', task, package: record.id })
}

/** The package that stands for the task now. */
export const newestPackage = (document: ProjectDocument, task: string): PackageRecord | undefined =>
  taskDraft(document, task).packages.toSorted((a, b) => b.version - a.version)[0]
