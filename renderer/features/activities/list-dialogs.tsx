import { App } from 'antd'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useProject, useTask } from '../../app/session-context.tsx'
import { closeListDialog, listDialog } from '../../state/list-dialog.ts'
import { AlikeDialog } from './alike/alike-dialog.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { importedMessage } from './import/use-finish-import.tsx'
import { ReportDialog } from './import/report-dialog.tsx'

/** The dialogs of a list, wherever they are opened from. */
export function ListDialogs({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const open = useStore(listDialog, (state) => state.open)
  const project = useProject(({ document }) => document.id)
  const { message } = App.useApp()
  // What was said of an import must not lie over the dialog that it leads to.
  useEffect(() => {
    if (open) message.destroy(importedMessage)
  }, [open, message])
  if (task.kind !== 'table' || open?.task !== id) return null
  switch (open.at) {
    case 'import':
      return open.project === project ? (
        <ImportDialog task={task} read={open.read} onClose={closeListDialog} />
      ) : null
    case 'report':
      return <ReportDialog task={task} onClose={closeListDialog} />
    case 'alike':
      return <AlikeDialog task={task} onClose={closeListDialog} />
  }
}
