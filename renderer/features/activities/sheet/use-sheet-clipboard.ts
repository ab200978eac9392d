import { type ClipboardEvent, useMemo } from 'react'
import { pastedTable } from '../../media/block-edits.ts'
import { blockText } from './block-text.ts'
import { textsIn } from './paste-rows.ts'
import { useSheet } from './sheet-context.ts'
import type { ListActs } from './use-list-acts.ts'

/** The clipboard between the cells: blocks as Excel and WPS write and read them. */
export function useSheetClipboard(acts: ListActs) {
  const sheet = useSheet()
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
        acts.paste(pastedTable({ plain, html: event.clipboardData.getData('text/html') }, field) ?? [[plain]])
      },
    }
  }, [sheet, acts])
}
