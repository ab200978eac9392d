import { App } from 'antd'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useProject, useTask } from '../../app/session-context.tsx'
import { dialog } from '../../state/dialog.ts'
import { closeListDialog, listDialog, showWaiting } from '../../state/list-dialog.ts'
import { AlikeDialog } from './alike/alike-dialog.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { importedMessage } from './import/use-finish-import.tsx'
import { ReportDialog } from './import/report-dialog.tsx'
import { TemplateDialog } from './template/template-dialog.tsx'
import { useReturnFocus } from './use-return-focus.ts'

/** The dialogs of a list, wherever they are opened from. */
export function ListDialogs({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const { open, number, waiting } = useStore(listDialog)
  const isCovered = useStore(dialog, (state) => state.open !== undefined)
  const project = useProject(({ document }) => document.id)
  const { message } = App.useApp()
  // What was said of an import must not lie over the dialog that it leads to.
  useEffect(() => {
    if (open) message.destroy(importedMessage)
  }, [open, message])
  useEffect(() => {
    if (!isCovered && waiting?.task === id && waiting.project === project) showWaiting()
  }, [isCovered, waiting, open, id, project])
  const isHere =
    task.kind === 'table' && open?.task === id && (open.at !== 'import' || open.project === project)
  useReturnFocus(isHere)
  if (task.kind !== 'table' || !open || !isHere) return null
  // Another dialog begins anew, also where it is one of the same kind.
  const common = { task, onClose: closeListDialog }
  switch (open.at) {
    case 'import':
      return <ImportDialog key={number} {...common} read={open.read} />
    case 'report':
      return <ReportDialog key={number} {...common} />
    case 'alike':
      return <AlikeDialog key={number} {...common} />
    case 'template':
      return <TemplateDialog key={number} {...common} />
  }
}
