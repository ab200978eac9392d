import type { Edit } from '../../shared/project/edit.ts'

/** A step of work, and the way back. */
interface Step {
  readonly redo: readonly Edit[]
  readonly undo: readonly Edit[]
  /** Steps with the same key become one: letters typed into one cell. */
  readonly merge: string | undefined
}

/** What can be taken back and done again. */
export interface UndoHistory {
  add(step: Step): void
  /** The edits that take the last step back; undefined when there is none. */
  back(): readonly Edit[] | undefined
  forth(): readonly Edit[] | undefined
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

/** Steps kept; older ones are forgotten. */
const longest = 500

export function createUndoHistory(): UndoHistory {
  let done: Step[] = []
  let undone: Step[] = []
  /** Whether the last step may still grow: not after it was taken back and done again. */
  let open = false
  return {
    add(step) {
      const last = done.at(-1)
      undone = []
      if (open && last && step.merge !== undefined && last.merge === step.merge) {
        const grown = { ...last, redo: [...last.redo, ...step.redo], undo: [...step.undo, ...last.undo] }
        done = [...done.slice(0, -1), grown]
      } else done = [...done.slice(1 - longest), step]
      open = true
    },
    back() {
      const step = done.pop()
      if (step) undone.push(step)
      open = false
      return step?.undo
    },
    forth() {
      const step = undone.pop()
      if (step) done.push(step)
      open = false
      return step?.redo
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}
