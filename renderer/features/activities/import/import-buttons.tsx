import { Button, type ButtonProps } from 'antd'
import { useJob, useSession, useTaskDraft } from '../../../app/session-context.tsx'
import { openListDialog } from '../../../state/list-dialog.ts'
import { readChosen } from '../../../state/list-reading.ts'
import { PlusIcon } from '../../media/icons.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  /** On a page without rows: larger. */
  readonly first?: boolean
}

/** The ways to bring tables in besides dropping them, and what became of those that came in. */
export function ImportButtons({ task, first = false }: Props) {
  const session = useSession()
  const busy = useJob('add') !== undefined
  const { imports = [] } = useTaskDraft(task)
  const common: ButtonProps = { disabled: busy, size: first ? 'large' : 'middle' }
  return (
    <>
      <Button
        {...common}
        {...(first ? { type: 'primary' } : { icon: <PlusIcon /> })}
        title={words.addTablesHint}
        onClick={() => void readChosen(session, task, 'files')}
      >
        {first ? words.chooseFiles : words.addTables}
      </Button>
      <Button
        {...common}
        title={words.addFolderHint}
        onClick={() => void readChosen(session, task, 'folders')}
      >
        {first ? words.chooseFolder : words.addFolder}
      </Button>
      {imports.length > 0 && (
        <Button
          size={first ? 'large' : 'middle'}
          type={first ? 'link' : 'text'}
          title={words.reportsHint}
          onClick={() => openListDialog({ at: 'report', task })}
        >
          {words.reports}
        </Button>
      )}
    </>
  )
}
