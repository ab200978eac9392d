import { type ClipboardEvent, useMemo } from 'react'
import type { Task } from '../../../../shared/notice/task.ts'
import { useProject } from '../../../app/session-context.tsx'
import { openListDialog } from '../../../state/list-dialog.ts'
import { pastedTable } from '../../media/block-edits.ts'
import { pastedTables } from '../pasted-list.ts'
import { blockText } from './block-text.ts'
import { textsIn } from './paste-rows.ts'
import { useSheet } from './sheet-context.ts'
import type { ListActs } from './use-list-acts.ts'

/** The clipboard between the cells: blocks as Excel and WPS write and read them. */
export function useSheetClipboard(task: Task, acts: ListActs) {
  const sheet = useSheet()
  const project = useProject(({ document }) => document.id)
  return useMemo(() => {
    const copy = (event: ClipboardEvent): boolean => {
      const { box } = sheet.store.getState()
      if (!box) return false
      event.preventDefault()
      event.clipboardData.setData('text/plain', blockText(textsIn(sheet.rows(), sheet.fields(), box)))
      return true
    }
    return {
      onCopy: copy,
      onCut: (event: ClipboardEvent) => {
        if (copy(event)) acts.clear()
      },
      onPaste(event: ClipboardEvent) {
        const { at } = sheet.store.getState()
        const field = at && sheet.fields()[at.column]
        if (!field) return
        event.preventDefault()
        const plain = event.clipboardData.getData('text/plain')
        if (plain === '') return
        const block = pastedTable({ plain, html: event.clipboardData.getData('text/html') }, field)
        // With its header it is somebody's table, and says itself what its columns are.
        const read = block && task.kind === 'table' ? pastedTables(block, task) : undefined
        if (read) return openListDialog({ at: 'import', task: task.id, project, read })
        acts.paste(block ?? [[plain]])
      },
    }
  }, [sheet, acts, task, project])
}
