import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Contract } from '../../shared/contract.ts'
import type { FaultData } from '../../shared/faults.ts'
import type { Client } from '../../shared/operation.ts'
import { applyEdits } from '../../shared/project/apply-edit.ts'
import type { ProjectDocument } from '../../shared/project/document.ts'
import type { Edit } from '../../shared/project/edit.ts'
import { createSaver } from './saver.ts'
import { createUndoHistory } from './undo-history.ts'

/** Where the clerk's work stands: on the disk, on its way there, or waiting for the engine to come back. */
export type Saving = 'saved' | 'saving' | 'waiting'

export interface ProjectState {
  /** The project as the clerk sees it: what is saved, with the edits laid over it that are still on their way. */
  readonly document: ProjectDocument
  readonly saving: Saving
  /** Why edits cannot be saved at the moment; they are kept and tried again. */
  readonly trouble: FaultData | undefined
  /** Why the last edit was given up; what it did is taken back. */
  readonly refused: FaultData | undefined
  /** Why this window may not edit any more: another one has gone on. */
  readonly ended: FaultData | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** A change that others follow: edits in order, or a whole document in place of the old one. */
export type ProjectChange = { readonly edits: readonly Edit[] } | { readonly document: ProjectDocument }

/** The window's mirror of a project: edits show at once and are saved behind it. */
export interface ProjectMirror {
  readonly store: StoreApi<ProjectState>
  /** @param merge edits in a row under the same key are one step of undo */
  edit(edits: readonly Edit[], merge?: string): void
  /** Applies what the program found out by itself: no step of the clerk's, so nothing to take back. */
  amend(edits: readonly Edit[]): void
  undo(): void
  redo(): void
  /**
   * Runs an operation by which the engine changes the project, after all edits are saved.
   *
   * @param options.undo the edits that take the change back
   * @throws Fault also where the window has ended
   */
  run<T extends { readonly document: ProjectDocument }>(
    operation: (project: string) => Promise<T>,
    options?: { readonly undo?: (result: T) => readonly Edit[]; readonly signal?: AbortSignal },
  ): Promise<T>
  /** Resolves when everything is on the disk. @throws Fault why the window has ended with edits unsaved */
  saved(): Promise<void>
  /** Opens the project at the engine again, after its process was lost; false when the window has ended. */
  recover(): Promise<boolean>
  /** Edits that are not known to be on the disk. */
  unsaved(): readonly Edit[]
  follow(listener: (change: ProjectChange) => void): () => void
  close(): void
}

export function createProjectMirror(client: Client<Contract>, opened: ProjectDocument): ProjectMirror {
  const history = createUndoHistory()
  const listeners = new Set<(change: ProjectChange) => void>()
  const store = createStore<ProjectState>(() => ({
    document: opened,
    saving: 'saved',
    trouble: undefined,
    refused: undefined,
    ended: undefined,
    canUndo: false,
    canRedo: false,
  }))
  const tell = (change: ProjectChange) => listeners.forEach((listener) => listener(change))
  const saver = createSaver(client, opened, {
    onState: (state) => store.setState(state),
    onReplaced(document) {
      store.setState({ document })
      tell({ document })
    },
    onRefused: (refused) => store.setState({ refused }),
  })

  const apply = (edits: readonly Edit[]): readonly Edit[] => {
    const { document, undo } = applyEdits(store.getState().document, edits)
    store.setState({ document })
    saver.save(edits)
    tell({ edits })
    return undo
  }
  const showHistory = () => store.setState({ canUndo: history.canUndo(), canRedo: history.canRedo() })
  const turn = (way: 'back' | 'forth') => {
    if (store.getState().ended) return
    history[way](apply)
    showHistory()
  }

  return {
    store,
    edit(edits, merge) {
      if (edits.length === 0 || store.getState().ended) return
      history.add(apply(edits), merge)
      showHistory()
    },
    amend(edits) {
      if (edits.length > 0 && !store.getState().ended) apply(edits)
    },
    undo: () => turn('back'),
    redo: () => turn('forth'),
    async run(operation, { undo, signal } = {}) {
      const result = await saver.run(() => operation(opened.id), signal)
      if (undo) history.add(undo(result))
      showHistory()
      return result
    },
    saved: saver.saved,
    recover: saver.recover,
    unsaved: saver.unsaved,
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: saver.close,
  }
}
