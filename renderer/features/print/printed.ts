import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PaperKind } from '../../../shared/paper/paper.ts'

/** What is known of a paper: handed to a printer, or only that the browser was asked, which does not tell more. */
export type Printed = 'printed' | 'asked'

/** Papers that were printed from this window. Nobody knows whether one was signed, so nothing of it is stored. */
const printed = createStore<{ readonly papers: ReadonlyMap<string, Printed> }>(() => ({ papers: new Map() }))

const keyOf = (record: string, paper: PaperKind): string => `${record}/${paper}`

export const markPrinted = (record: string, paper: PaperKind, how: Printed): void =>
  printed.setState(({ papers }) => ({ papers: new Map([...papers, [keyOf(record, paper), how]]) }))

/** Whether a paper of the package was printed, as far as is known. */
export const usePrinted = (record: string, paper: PaperKind): Printed | undefined =>
  useStore(printed, ({ papers }) => papers.get(keyOf(record, paper)))
