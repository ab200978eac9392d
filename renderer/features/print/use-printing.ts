import { App } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PaperKind } from '../../../shared/paper/paper.ts'
import { useSession } from '../../app/session-context.tsx'
import { markPrinted } from './printed.ts'
import { words } from './wording.ts'

interface Printing {
  readonly print: () => void
  /** The printer's dialog is open. */
  readonly running: boolean
}

/**
 * Prints the paper that the page shows, also by Ctrl+P: the system's own way prints the same, but does not tell.
 *
 * @param ready whether there is a paper; without one Ctrl+P does nothing, for it would print the window
 */
export function usePrinting(record: string, paper: PaperKind, ready: boolean): Printing {
  const { host } = useSession()
  const { message } = App.useApp()
  const [running, setRunning] = useState(false)
  const busy = useRef(false)

  const print = useCallback(async () => {
    if (!ready || busy.current) return
    busy.current = true
    setRunning(true)
    try {
      const outcome = await host.print()
      if (outcome !== 'cancelled') markPrinted(record, paper, outcome)
    } catch {
      void message.error(words.notPrinted)
    } finally {
      busy.current = false
      setRunning(false)
    }
  }, [host, message, record, paper, ready])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      if (!event.repeat) void print()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [print])
  return { print: () => void print(), running }
}
