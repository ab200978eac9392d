import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PaperKind } from '../../../shared/paper/paper.ts'

/** Papers that were printed from this window. Nobody knows whether one was signed, so nothing of it is stored. */
const printed = createStore<{ readonly papers: ReadonlySet<string> }>(() => ({ papers: new Set() }))

const keyOf = (record: string, paper: PaperKind): string => `${record}/${paper}`

export const markPrinted = (record: string, paper: PaperKind): void =>
  printed.setState(({ papers }) => ({ papers: new Set([...papers, keyOf(record, paper)]) }))

/** Whether a paper of the package was printed. */
export const usePrinted = (record: string, paper: PaperKind): boolean =>
  useStore(printed, ({ papers }) => papers.has(keyOf(record, paper)))
