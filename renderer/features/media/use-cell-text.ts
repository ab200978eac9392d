import { useState } from 'react'
import type { DraftText } from '../../ui/draft-text.ts'
import { useDraft } from '../../ui/use-draft.ts'

/** The text of a cell while it is written. */
export interface CellText {
  readonly text: string
  readonly write: DraftText['write']
  /** Hands on at once what is not handed on yet. */
  readonly flush: () => void
  /** The clerk comes: to this text `restore` goes back, though letters were handed on meanwhile. */
  readonly enter: () => void
  readonly restore: () => void
  readonly composition: { readonly onCompositionStart: () => void; readonly onCompositionEnd: () => void }
}

/**
 * Keeps the letters of one cell to the cell while they are typed; they are handed on when the clerk rests, leaves, or
 * an input method has made its word.
 */
export function useCellText(value: string, commit: (text: string) => void): CellText {
  const { draft, text } = useDraft(value, commit)
  const [acts] = useState(() => {
    let before = value
    return {
      write: draft.write,
      flush: draft.flush,
      enter: () => {
        before = draft.text()
      },
      restore: () => {
        draft.write(before)
        draft.flush()
      },
      composition: {
        onCompositionStart: draft.compose,
        onCompositionEnd: () => {
          draft.composed()
          draft.flush()
        },
      },
    }
  })
  return { text, ...acts }
}
