import { type RefObject, useEffect } from 'react'
import type { Host } from '../host/host.ts'
import type { Session } from '../state/session.ts'
import { leaveField } from './leave-field.ts'

/** Asks before the window is closed with edits that are not on the disk, whatever it shows at that moment. */
export function useLeaveGuard(host: Host, session: RefObject<Session | undefined>): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      leaveField()
      if ((session.current?.project.unsaved().length ?? 0) > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    const off = host.onClosing?.(async () => {
      leaveField()
      await session.current?.project.saved()
    })
    return () => {
      window.removeEventListener('beforeunload', ask)
      off?.()
    }
  }, [host, session])
}
