/** The way to the page by which it saves before its window closes. */
export interface PageSave {
  /** Resolves when the page has saved, or does not answer. */
  save(): Promise<void>
  /** The page has done what it could in this turn. */
  saved(turn: number): void
}

/** Longer than that nobody waits for a window to close. */
const patience = 3000

/** @param tell says to the page that its window is about to close, for this turn */
export function createPageSave(tell: (turn: number) => void, patienceMs = patience): PageSave {
  let last = 0
  let finish = (): void => undefined
  return {
    save: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, patienceMs)
        finish = () => {
          clearTimeout(timer)
          resolve()
        }
        last += 1
        tell(last)
      }),
    saved(turn) {
      if (turn === last) finish()
    },
  }
}
