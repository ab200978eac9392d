/** What a field shows while the clerk writes, and what of it is not handed on yet. */
export interface DraftText {
  /** The text as the field shows it. */
  readonly text: () => string
  /** Whether there is text that was not handed on. */
  readonly dirty: () => boolean
  write(text: string): void
  /** An input method is at work: what stands in the field is half a word. */
  compose(): void
  composed(): void
  /** Hands on what was written, at once. */
  flush(): void
  /** Back to the value; false when nothing was written since. */
  restore(): boolean
  /** The value changed, by us or by others: it shows unless the clerk is writing. */
  follow(value: string): void
  subscribe(listener: () => void): () => void
}

/** Typing rests so long before it counts as said, in ms. */
const pause = 400

/** @param commit takes the text; called when typing rests and when the field is left */
export function createDraftText(initial: string, commit: (text: string) => void): DraftText {
  const listeners = new Set<() => void>()
  let value = initial
  let text = initial
  let pending = false
  let composing = false
  let due: ReturnType<typeof setTimeout> | undefined

  const show = (next: string) => {
    if (next === text) return
    text = next
    listeners.forEach((hear) => hear())
  }
  const flush = () => {
    clearTimeout(due)
    composing = false
    if (!pending) return
    pending = false
    if (text === value) return
    value = text
    commit(text)
  }
  const schedule = () => {
    clearTimeout(due)
    if (!composing) due = setTimeout(flush, pause)
  }

  return {
    text: () => text,
    dirty: () => pending,
    write(next) {
      pending = true
      show(next)
      schedule()
    },
    compose() {
      composing = true
      clearTimeout(due)
    },
    composed() {
      composing = false
      if (pending) schedule()
    },
    flush,
    restore() {
      clearTimeout(due)
      const dropped = pending && text !== value
      pending = false
      show(value)
      return dropped
    },
    follow(next) {
      value = next
      if (!pending) show(next)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
