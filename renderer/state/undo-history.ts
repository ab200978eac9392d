import type { Edit } from '../../shared/project/edit.ts'

/** A step of work: the edits that take it back, or when it was taken back those that do it again. */
interface Step {
  readonly edits: readonly Edit[]
  /** Steps with the same key become one: letters typed into one cell. */
  readonly merge: string | undefined
}

/** Applies edits, and gives those that take them back. */
export type Apply = (edits: readonly Edit[]) => readonly Edit[]

/** What can be taken back and done again. */
export interface UndoHistory {
  /** @param undo the edits that take the step back */
  add(undo: readonly Edit[], merge?: string): void
  /** Takes the last step back. What it did is remembered as it is found, texts written meanwhile included. */
  back(apply: Apply): void
  forth(apply: Apply): void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** Steps kept; older ones are forgotten. */
const longest = 500
/** After a pause of this length, in ms, the next letter begins a new step. */
const pause = 4000

/** @param clock ms since any moment */
export function createUndoHistory(clock: () => number = Date.now): UndoHistory {
  let done: Step[] = []
  let undone: Step[] = []
  let lastAt = -Infinity
  /** Whether the last step may still grow: not after it was taken back and done again. */
  let open = false

  const turn = (from: Step[], to: Step[], apply: Apply) => {
    const step = from.pop()
    if (step) to.push({ ...step, edits: apply(step.edits) })
    open = false
  }
  return {
    add(undo, merge) {
      const last = done.at(-1)
      const now = clock()
      undone = []
      if (open && last && merge !== undefined && last.merge === merge && now - lastAt < pause)
        done = [...done.slice(0, -1), { merge, edits: [...undo, ...last.edits] }]
      else done = [...done.slice(1 - longest), { merge, edits: undo }]
      open = true
      lastAt = now
    },
    back: (apply) => turn(done, undone, apply),
    forth: (apply) => turn(undone, done, apply),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}
