import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { extensionOf } from '../../shared/naming/file-path.ts'
import type { Task } from '../../shared/notice/task.ts'
import { copyExtension } from '../../shared/project/project-copy.ts'
import type { HandProject } from '../features/home/use-project-files.tsx'
import { addDropped } from '../state/add-sources.ts'
import { hasTablesOf, listDialog } from '../state/list-dialog.ts'
import { readDropped } from '../state/list-reading.ts'
import { goTo } from '../state/page.ts'
import { tellAdded } from './tell-added.ts'
import { useJob, useProject, useSession, useTask } from './session-context.tsx'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly onDropped: () => void
  readonly onProjectFile: (hand: HandProject) => void
}

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** The whole window takes files: while they hover over it, it says into which task they will go. */
export function DropOverlay({ task: id, onDropped, onProjectFile }: Props) {
  const session = useSession()
  const task = useTask(id)
  const notices = App.useApp()
  const [over, setOver] = useState(false)
  const busy = useJob('add') !== undefined
  const project = useProject(({ document }) => document.id)
  const importing = useStore(listDialog, hasTablesOf(project))
  const refusal = refusalOf(task, busy, importing)
  const takes = refusal === undefined
  const isList = task.kind === 'table'

  useEffect(() => {
    // Leaving one element enters the next: only the count says whether the window was left.
    let depth = 0
    const show = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const enter = (event: DragEvent) => carriesFiles(event) && show(1)
    const leave = (event: DragEvent) => carriesFiles(event) && show(-1)
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // Without this the browser would open the file in place of the app.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = takes ? 'copy' : 'none'
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      if (!takes || !event.dataTransfer) return
      if (isProjectFile(event.dataTransfer)) {
        // Handed in at once: the data is gone when the file's turn comes.
        const claims = session.host.claim(event.dataTransfer)
        return onProjectFile(() => claims)
      }
      onDropped()
      goTo({ at: 'task', task: id })
      if (isList) void readDropped(session, id, event.dataTransfer)
      else void addDropped(session, id, event.dataTransfer).then((added) => tellAdded(notices, added))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hover)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hover)
      window.removeEventListener('drop', drop)
    }
  }, [session, id, takes, isList, notices, onDropped, onProjectFile])

  if (!over) return null
  return (
    <div className="app-drop" role="status">
      <div className={takes ? 'app-drop-frame' : 'app-drop-frame app-drop-no'}>
        <strong>{refusal ?? (isList ? words.dropTables : words.dropHere(task.title))}</strong>
        {takes && <span>{isList ? words.dropTablesAdvice : words.dropAdvice}</span>}
      </div>
    </div>
  )
}

/** One project file and nothing else: what else lies among media is told there. */
const isProjectFile = ({ files }: DataTransfer): boolean =>
  files.length === 1 && extensionOf(files[0]?.name ?? '') === copyExtension

/** Why files cannot be taken now. */
function refusalOf({ kind }: Task, busy: boolean, importing: boolean): string | undefined {
  if (kind === 'record') return words.dropNoFiles
  if (kind === 'table' && importing) return words.dropImporting
  if (busy) return kind === 'table' ? words.dropBusyTables : words.dropBusy
  return undefined
}
