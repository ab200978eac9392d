import path from 'node:path'
import type { Unreadable } from '../shared/facts.ts'
import { Fault } from '../shared/faults.ts'
import type { TableFile } from '../shared/lists/raw-table.ts'
import { unreadables } from '../shared/wording/file-sentences.ts'
import { namesText } from '../shared/wording/measures.ts'
import { tableProblemSentence } from '../shared/wording/table-problem-sentence.ts'
import { UsageError } from './command.ts'

/** A file that gave no table, or a place that could not be looked into. */
export interface Unread {
  readonly path: string
  /** `system` where the file's content is the reason; `message` tells it. */
  readonly reason: Unreadable
  readonly message: string
  /** Activities may be missing for it; otherwise it is only told: a photo in the folder. */
  readonly matters: boolean
}

/** What `list.read` gives. */
interface TablesRead {
  readonly files: readonly TableFile[]
  readonly troubles: readonly { readonly path: string; readonly reason: Unreadable }[]
  readonly ignored: { readonly count: number }
}

/** Slips of the pen are told in one line: a path that is not there, a folder without tables. */
export function refuseNothing({ files, troubles, ignored }: TablesRead, paths: readonly string[]): void {
  const gone = troubles.find(({ path: place, reason }) => reason === 'vanished' && paths.includes(place))
  if (gone) throw new Fault({ code: 'not-found', path: gone.path })
  if (files.some(({ problem }) => problem === undefined)) return
  const [only] = files
  if (troubles.length > 0) throw new Fault({ code: 'places-unreadable', places: [...troubles] })
  if (only === undefined) throw new Fault({ code: 'no-files', paths: [...paths], ignored: ignored.count })
  throw new UsageError(
    files.length === 1 && only.problem
      ? `“${only.name}”里没有读出表格：${tableProblemSentence(only.problem)}。`
      : `${namesText(paths)}里没有读出表格：${files.length} 个文件都不是能读的xlsx、xls、et、csv或docx。`,
  )
}

/** Files without tables, and places that could not be looked into. What was named itself always matters. */
export function unreadOf({ files, troubles }: TablesRead, paths: readonly string[]): Unread[] {
  const named = new Set(paths.map((one) => path.basename(one)))
  const isStray = ({ name, problem }: TableFile) =>
    !named.has(name) && (problem?.problem === 'not-a-table-file' || problem?.problem === 'no-tables')
  return [
    ...files.flatMap((file) =>
      file.problem
        ? [
            {
              path: file.name,
              reason: 'system' as const,
              message: tableProblemSentence(file.problem),
              matters: !isStray(file),
            },
          ]
        : [],
    ),
    ...troubles.map(({ path: place, reason }) => ({
      path: place,
      reason,
      message: unreadables[reason],
      matters: true,
    })),
  ]
}
