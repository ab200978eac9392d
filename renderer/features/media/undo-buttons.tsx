import { Button } from 'antd'
import { useProject, useSession } from '../../app/session-context.tsx'
import { RedoIcon, UndoIcon } from './icons.tsx'
import { words } from './wording.ts'

/** A step back and forth, for those who do not know the keys. */
export function UndoButtons() {
  const { project } = useSession()
  const canUndo = useProject((state) => state.canUndo)
  const canRedo = useProject((state) => state.canRedo)
  return (
    <span className="media-undo">
      <Button
        type="text"
        icon={<UndoIcon />}
        disabled={!canUndo}
        title={words.undoKey}
        aria-label={words.undo}
        onClick={project.undo}
      />
      <Button
        type="text"
        icon={<RedoIcon />}
        disabled={!canRedo}
        title={words.redoKey}
        aria-label={words.redo}
        onClick={project.redo}
      />
    </span>
  )
}
