import type { PackageState } from '../../../shared/contract/projects.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { PackageRecord } from '../../../shared/project/document.ts'
import { packageFiles } from './package-contents.ts'
import { words } from './send-words.ts'

export interface PackAgainReason {
  readonly tone: 'info' | 'warn' | 'bad'
  readonly title: string
  readonly detail: string
}

interface Packed {
  readonly task: Pick<Task, 'kind'>
  /** The task's newest package. */
  readonly record: PackageRecord
  /** Of the package on the disk; undefined while nobody has looked. */
  readonly state: PackageState | undefined
  /** The task was changed since it was packed. */
  readonly outdated: boolean
}

/** Why a task should be packed once more, the worst first and what else is wrong in the detail; undefined where it need not. */
export function packAgainReason({ task, record, state, outdated }: Packed): PackAgainReason | undefined {
  const also = outdated ? words.alsoOutdated : ''
  if (state?.state === 'missing') {
    const advice = task.kind === 'table' ? words.missingAdviceOfList : words.missingAdvice
    return { tone: 'bad', title: words.missing, detail: also + advice }
  }
  if (state?.state === 'elsewhere')
    return { tone: 'info', title: words.elsewhere, detail: also + words.elsewhereAdvice }
  if (state?.state === 'changed') {
    const files = packageFiles(record, state)
    const names = (wrong: 'gone' | 'different') =>
      files.filter((file) => file.state === wrong).map(({ name }) => name)
    const detail = also + words.changedDetail(names('gone'), names('different'))
    return { tone: 'warn', title: words.changed, detail }
  }
  return outdated ? { tone: 'warn', title: words.outdated, detail: words.outdatedAdvice } : undefined
}
