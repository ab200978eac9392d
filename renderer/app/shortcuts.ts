import { useEffect } from 'react'
import { useSession } from './session-context.tsx'
import { hasOpenDialog } from '../ui/open-dialog.ts'

/**
 * Undo and redo for the whole window. Fields of the project are saved while they are being written, so inside them
 * too a step of the project is taken back; fields of dialogs (`data-own-undo`) keep the browser's own. Under a dialog
 * nothing is taken back: the clerk would not see what.
 */
export function useShortcuts(): void {
  const { project } = useSession()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return
      const key = event.key.toLowerCase()
      const redo = key === 'y' || (key === 'z' && event.shiftKey)
      if ((!redo && key !== 'z') || hasOpenDialog()) return
      event.preventDefault()
      if (redo) project.redo()
      else project.undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [project])
}
