import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** A text that is being written: shown at once, handed on when the clerk pauses or leaves. */
export interface CellText {
  readonly text: string
  /** A change by the clerk. */
  write(text: string): void
  /** Hands on at once what is not handed on yet. */
  flush(): void
  /** Takes the text back to what it was when the clerk came. */
  restore(): void
  /** The clerk comes. */
  enter(): void
  readonly composition: { readonly onCompositionStart: () => void; readonly onCompositionEnd: () => void }
}

/** The clerk pauses, in ms. */
const pause = 400

/**
 * Keeps the letters of one cell to the cell while they are typed. As long as there is nothing of the clerk's own, it
 * shows the document's value, whoever changed it. While an input method composes, nothing is handed on.
 */
export function useCellText(value: string, commit: (text: string) => void): CellText {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const cell = useRef({ draft, value, commit, before: value, composing: false, timer: 0 })
  useLayoutEffect(() => {
    Object.assign(cell.current, { value, commit })
  })
  const [acts] = useState(() => {
    const flush = () => {
      const now = cell.current
      clearTimeout(now.timer)
      const { draft: text } = now
      if (text === undefined) return
      now.draft = undefined
      setDraft(undefined)
      if (text !== now.value) now.commit(text)
    }
    const write = (text: string) => {
      const now = cell.current
      now.draft = text
      setDraft(text)
      clearTimeout(now.timer)
      if (!now.composing) now.timer = window.setTimeout(flush, pause)
    }
    return {
      flush,
      write,
      restore: () => {
        write(cell.current.before)
        flush()
      },
      enter: () => (cell.current.before = cell.current.draft ?? cell.current.value),
      composition: {
        onCompositionStart: () => {
          cell.current.composing = true
          clearTimeout(cell.current.timer)
        },
        onCompositionEnd: () => {
          cell.current.composing = false
          flush()
        },
      },
    }
  })
  // A cell that leaves the screen takes nothing with it.
  useEffect(() => acts.flush, [acts])
  return { text: draft ?? value, ...acts }
}
