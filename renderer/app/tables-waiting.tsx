import { App, Button } from 'antd'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { closeDialog } from '../state/dialog.ts'
import { closeListDialog, listDialog } from '../state/list-dialog.ts'
import { goTo } from '../state/page.ts'
import { words } from './wording.ts'

const waitingMessage = 'tables-waiting'

/** Tables that were read while the clerk was at something else: says so, and leads to them. */
export function useTablesWaiting(): void {
  const { message } = App.useApp()
  const waiting = useStore(listDialog, (state) => state.waiting)
  useEffect(() => {
    // The list's page, where it is before the clerk, has shown them by now. Behind other tables they come next.
    const { open, waiting: still } = listDialog.getState()
    if (!still || open?.at === 'import') return undefined
    const look = () => {
      closeDialog()
      closeListDialog()
      goTo({ at: 'task', task: still.task })
    }
    void message.info({
      key: waitingMessage,
      duration: 0,
      content: (
        <>
          {words.tablesRead}
          <Button type="link" onClick={look}>
            {words.seeTables}
          </Button>
        </>
      ),
    })
    return () => message.destroy(waitingMessage)
  }, [waiting, message])
}
