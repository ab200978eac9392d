import { App, Button } from 'antd'
import { useCallback } from 'react'
import { applyEdits } from '../../../shared/project/apply-edit.ts'
import type { Edit } from '../../../shared/project/edit.ts'
import { useSession } from '../../app/session-context.tsx'
import { words } from './wording.ts'

const shownFor = 6

/** Edits as one step, with a word on what was done and the way back beside it. */
export function useStep(): (edits: readonly Edit[], said: string) => void {
  const { project } = useSession()
  const { message } = App.useApp()
  return useCallback(
    (edits, said) => {
      // Its own way back, not the last step's: more may have been written before the clerk thinks better of it.
      const { undo } = applyEdits(project.store.getState().document, edits)
      project.edit(edits)
      const key = 'media-step'
      const back = () => {
        message.destroy(key)
        project.edit(undo)
      }
      const content = (
        <>
          {said}{' '}
          <Button type="link" size="small" onClick={back}>
            {words.undo}
          </Button>
        </>
      )
      void message.open({ key, type: 'success', content, duration: shownFor })
    },
    [project, message],
  )
}
