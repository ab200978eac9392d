import { newestPackage, type ProjectDocument, taskDraft } from '../../shared/project/document.ts'

/** Where a packing that runs is noted in this window's storage, which outlives a reload. */
const key = 'kepuri-packing'

/** What is being packed, and the number of the task's newest package before it, 0 for none. */
export interface PackingMark {
  readonly project: string
  readonly task: string
  readonly version: number
}

export const packingMark = (document: ProjectDocument, task: string): PackingMark => ({
  project: document.id,
  task,
  version: newestPackage(taskDraft(document, task))?.version ?? 0,
})

/** Notes that a packing runs; the returned function takes the note back. */
export function notePacking(mark: PackingMark, storage: Storage): () => void {
  storage.setItem(key, JSON.stringify(mark))
  return () => storage.removeItem(key)
}

/** Takes the note of a packing that the page did not live to see the end of; whether it left no package. */
export function packingWasCut(document: ProjectDocument, storage: Storage): boolean {
  const noted = storage.getItem(key)
  storage.removeItem(key)
  // Compared as it is written: whoever else may have written there tells us nothing.
  const task = Object.keys(document.tasks).find((one) => noted === JSON.stringify(packingMark(document, one)))
  return task !== undefined
}
