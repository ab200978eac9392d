import { Fault, faultOf } from '../../../shared/faults.ts'
import { newestPackage, taskDraft } from '../../../shared/project/document.ts'
import { goTo } from '../../state/page.ts'
import { pause } from '../../state/pause.ts'
import type { Session } from '../../state/session.ts'

/** Packs a task and goes on to sending it. How it stands, and why it failed, the jobs tell. */
export async function packTask(session: Session, task: string, out: string): Promise<void> {
  const { client, jobs, project } = session
  const seen = judgedFiles(session, task)
  const newest = () => newestPackage(taskDraft(project.store.getState().document, task))
  const record = await jobs.run({ kind: 'pack', task }, async ({ signal, onProgress }) => {
    const before = newest()
    try {
      const built = await project.run(
        (id) => client['project.build']({ project: id, task, out, seen }, { signal, onProgress }),
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

/** The files of a task by what was judged of them; what could not be read has no checksum. */
function judgedFiles({ project, facts }: Session, task: string): { file: string; sha256: string }[] {
  const measured = facts.store.getState().facts
  return taskDraft(project.store.getState().document, task).items.flatMap(({ id }) => {
    const sha256 = measured.get(id)?.sha256
    return sha256 === undefined ? [] : [{ file: id, sha256 }]
  })
}

/** So long a cancelled package is looked for, in ms. */
const patience = 3000
