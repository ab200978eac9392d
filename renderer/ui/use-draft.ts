import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createDraftText, type DraftText } from './draft-text.ts'

/**
 * A draft of a value that lives as long as its field: it follows what others change, shows what is written at once, and
 * hands on what is left when the field goes away. A field of another record needs another `key`.
 */
export function useDraft(
  value: string,
  commit: (text: string) => void,
): { readonly draft: DraftText; readonly text: string } {
  const latest = useRef(commit)
  const [draft] = useState(() => createDraftText(value, (text) => latest.current(text)))
  useLayoutEffect(() => {
    latest.current = commit
    draft.follow(value)
  })
  useEffect(() => draft.flush, [draft])
  return { draft, text: useSyncExternalStore(draft.subscribe, draft.text) }
}
