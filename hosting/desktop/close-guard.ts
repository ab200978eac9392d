import type { MessageBox } from './native-options.ts'
import { questions } from './wording.ts'

/** As much of a window as can be kept from closing. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  close(): void
  destroy(): void
  readonly webContents: {
    /** The page objects to being left; preventing the default leaves it all the same. */
    on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown
  }
}
export interface CloseGuard {
  /** Whether a package is being written. */
  readonly busy: () => boolean
  /** Lets the page bring what was typed last onto the disk; resolves soon, whether or not it could. */
  readonly save: () => Promise<void>
  /** Asks the clerk; true to go on all the same. */
  readonly ask: (question: MessageBox) => Promise<boolean>
  /** The same while nothing else goes on. */
  readonly askAtOnce: (question: MessageBox) => boolean
}

/**
 * Closes the window only after the page has saved, and not while a package is being written or the page still objects,
 * unless the clerk says otherwise; asks once at a time.
 */
export function guardClose(window: ClosingWindow, { busy, save, ask, askAtOnce }: CloseGuard): void {
  let stage: 'open' | 'asking' | 'leaving' = 'open'
  const asking = async (mayLeave: () => Promise<boolean>, leave: () => void) => {
    stage = 'asking'
    let leaving = false
    try {
      leaving = await mayLeave()
    } finally {
      stage = leaving ? 'leaving' : 'open'
    }
    if (leaving) leave()
  }

  window.on('close', (event) => {
    // What is left now is the page's own objection.
    if (stage === 'leaving') return
    event.preventDefault()
    if (stage === 'asking') return
    const mayLeave = async () => {
      // The package may have been finished meanwhile: the clerk's yes holds all the same.
      if (busy() && !(await ask(questions.packing))) return false
      await save()
      return true
    }
    void asking(mayLeave, () => window.close())
  })
  window.webContents.on('will-prevent-unload', (event) => {
    if (stage === 'leaving')
      void asking(
        () => ask(questions.unsaved),
        () => window.destroy(),
      )
    // The page loads itself again: Electron must be told before this returns.
    else if (stage === 'open' && askAtOnce(questions.unsavedAtReload)) event.preventDefault()
  })
}
