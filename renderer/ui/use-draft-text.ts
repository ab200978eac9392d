import type { ChangeEvent } from 'react'
import { useDraft } from './use-draft.ts'

type Writable = HTMLInputElement | HTMLTextAreaElement

/** What goes to an input or a text area, and a way back. */
export interface DraftTextProps {
  readonly text: string
  readonly onChange: (event: ChangeEvent<Writable>) => void
  readonly onBlur: () => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
  /** Drops what was written since the last commit; false when there was nothing. */
  readonly restore: () => boolean
}

/**
 * A field that is written in: shown at once, committed when typing rests, on leaving and when the field goes away,
 * never in the middle of an input method's word. What others change shows while nobody writes here. A field of
 * another record needs another `key`.
 */
export function useDraftText(value: string, commit: (text: string) => void): DraftTextProps {
  const { draft, text } = useDraft(value, commit)
  return {
    text,
    onChange: ({ target }) => draft.write(target.value),
    onBlur: draft.flush,
    onCompositionStart: draft.compose,
    onCompositionEnd: draft.composed,
    restore: draft.restore,
  }
}
