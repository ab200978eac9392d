import type { FaultData } from '../../../shared/faults.ts'
import { fileNameOf } from './package-contents.ts'

export type SourceChanged = Extract<FaultData, { code: 'source-changed' }>
type SourceChange = SourceChanged['change']

/** A file that is not what was checked any more, as a list shows it. */
export interface ChangedFile {
  readonly path: string
  readonly name: string
  readonly change: SourceChange
}

/** So many are named. */
const most = 8

/** Files that a fault names. */
export interface ChangedList {
  readonly shown: readonly ChangedFile[]
  readonly total: number
  /** Nothing else is wrong with them than that other programs hold them. */
  readonly locked: boolean
}

/** The files that a fault names as changed since they were checked; undefined of any other fault. */
export function changedFiles(fault: FaultData): ChangedList | undefined {
  if (fault.code !== 'source-changed') return undefined
  const all = [{ path: fault.path, change: fault.change }, ...(fault.more ?? [])]
  const shown = all.slice(0, most).map(({ path, change }) => ({ path, change, name: fileNameOf(path) }))
  return { shown, total: all.length, locked: all.every(({ change }) => change === 'locked') }
}
