import { Fault, faultOf } from '../../../shared/faults.ts'
import { newestPackage, taskDraft } from '../../../shared/project/document.ts'
import { goTo } from '../../state/page.ts'
import { pause } from '../../state/pause.ts'
import type { Session } from '../../state/session.ts'

/** Packs a task and goes on to sending it. How it stands, and why it failed, the jobs tell. */
export async function packTask(session: Session, task: string, out: string): Promise<void> {
  const { client, jobs, project } = session
  const newest = () => newestPackage(taskDraft(project.store.getState().document, task))
  const record = await jobs.run({ kind: 'pack', task }, async ({ signal, onProgress }) => {
    const before = newest()
    try {
      const built = await project.run(
        (id) => client['project.build']({ project: id, task, out }, { signal, onProgress }),
        { signal },
      )
      return built.record
    } catch (error) {
      if (!signal.aborted || faultOf(error).code === 'package-not-recorded') throw error
      // An engine that has to be started again may keep us waiting: cancelling does not.
      if (!(await Promise.race([project.recover(), pause(patience).then(() => false)]))) throw error
      // Cancelled a moment too late, the package may be there and in the document.
      const after = newest()
      if (!after || after.id === before?.id) throw new Fault({ code: 'cancelled' }, { cause: error })
      return after
    }
  })
  if (record) goTo({ at: 'send', task, package: record.id })
}

/** So long a cancelled package is looked for, in ms. */
const patience = 3000
