import { useEffect } from 'react'
import { useSession } from '../../app/session-context.tsx'
import { notePacking, packingMark } from '../../state/packing-mark.ts'

/** Notes while a task is being packed that it is, so that a page that is loaded anew meanwhile can tell what became of it. */
export function useNotePacking(task: string, busy: boolean): void {
  const { project } = useSession()
  useEffect(() => {
    if (!busy) return
    return notePacking(packingMark(project.store.getState().document, task), sessionStorage)
  }, [project, task, busy])
}
