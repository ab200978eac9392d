import { useEffect } from 'react'
import { useSession } from '../../app/session-context.tsx'

/** Asks before the page is left while `busy`. On the desktop the window itself asks, and knows better what is at stake. */
export function useWarnBeforeLeaving(busy: boolean): void {
  const { host } = useSession()
  useEffect(() => {
    if (!busy || host.kind === 'desktop') return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy, host])
}
