import { stat } from 'node:fs/promises'
import pLimit from 'p-limit'
import type { Contract } from '../../shared/contract.ts'
import { Fault } from '../../shared/faults.ts'
import type { ColumnUses } from '../../shared/lists/columns.ts'
import { cellString, type RawTable } from '../../shared/lists/raw-table.ts'
import { findTableHeader, headerKey, type ListTask } from '../../shared/lists/table-header.ts'
import type { Engine } from '../../shared/operation.ts'
import type { Claims } from '../sources/claims.ts'
import type { Originals } from '../sources/originals.ts'
import { troubleReason } from '../sources/read-trouble.ts'
import { type SourceTrouble, walkSources } from '../sources/walk.ts'
import type { Notices } from '../store/notices.ts'
import { openColumnMemory } from '../store/remembered-columns.ts'
import { readTableFile } from '../tables/read-table-file.ts'
import { ReadingBudget } from '../tables/reading-budget.ts'
import { readingThreads } from '../tables/sheets-thread.ts'
import type { World } from '../world.ts'
import { taskOfNotice } from './task-of-notice.ts'

type ListReadOperations = Pick<Engine<Contract>, 'list.read' | 'list.remember'>

/** Tables of others, read as they stand, and how their columns were understood. */
export function listReadOperations({
  world,
  notices,
  claims,
  originals,
}: {
  readonly world: World
  readonly notices: Notices
  readonly claims: Claims
  readonly originals: Originals
}): ListReadOperations {
  const memory = openColumnMemory(world)
  return {
    async 'list.read'({ notice, task: taskId, claims: ids }, { signal, progress }) {
      const task = await listTask(notices, notice, taskId)
      const { roots, gone } = await present(ids.map((id) => claims.get(id)))
      const onFound = (count: number) => progress({ stage: 'walk', done: count, total: count })
      const walked = await walkSources(roots, { signal, onFound })
      await originals.remember(walked.files.map(({ path }) => path))
      const remembered = await memory.recall()
      const total = walked.files.length
      let done = 0
      const budget = new ReadingBudget()
      const limit = pLimit(readingThreads)
      const files = await Promise.all(
        walked.files.map((source) =>
          limit(async () => {
            progress({ stage: 'read', done, total, item: source.relative })
            const { tables, ...file } = await readTableFile(source, { signal, log: world.log })
            done += 1
            const beyond = budget.take(tables)
            if (beyond) return { ...file, tables: [], problem: beyond }
            return { ...file, tables: tables.map((table) => withMemory(table, task, remembered)) }
          }),
        ),
      )
      progress({ stage: 'read', done, total })
      return {
        files,
        ignored: { count: walked.ignored.count, names: [...walked.ignored.names] },
        troubles: [...gone, ...walked.troubles],
      }
    },
    async 'list.remember'({ columns }) {
      await memory.remember(columns)
      return {}
    },
  }
}

/** @throws Fault `notice-unknown`, `task-unknown`, `task-of-other-kind` */
async function listTask(notices: Notices, noticeId: string, taskId: string): Promise<ListTask> {
  const { task } = await taskOfNotice(notices, noticeId, taskId)
  if (task.kind === 'table') return task
  throw new Fault({ code: 'task-of-other-kind', task: task.id, kind: task.kind, title: task.title })
}

/** What was handed in and has vanished since is told; it does not keep the others from being read. */
async function present(
  handedIn: readonly { readonly path: string; readonly given: string }[],
): Promise<{ readonly roots: readonly string[]; readonly gone: readonly SourceTrouble[] }> {
  const roots: string[] = []
  const gone: SourceTrouble[] = []
  for (const { path, given } of handedIn) {
    const reason = await stat(path).then(() => undefined, troubleReason)
    if (reason === 'vanished') gone.push({ path: given, reason })
    else roots.push(given)
  }
  return { roots, gone }
}

/** The header stands among the first lines, and none is so long: what is no header is not searched to its end. */
const headLines = 20
const longestLabel = 1000

const headOf = (table: RawTable): RawTable => ({
  ...table,
  lines: table.lines.slice(0, headLines).map((line) => ({
    ...line,
    cells: line.cells.map((cell) => {
      const text = cellString(cell)
      if (text.length <= longestLabel) return cell
      const start = text.slice(0, longestLabel)
      return typeof cell === 'string' ? start : { ...cell, text: start }
    }),
  })),
})

/** The table with what its columns were taken for last time, as far as that speaks of this task. */
function withMemory(
  table: RawTable,
  task: ListTask,
  remembered: ReadonlyMap<string, ColumnUses>,
): RawTable & { remembered?: ColumnUses } {
  const header = findTableHeader(headOf(table), task)
  const uses = header && remembered.get(headerKey(header.labels))
  const known = new Set(task.fields.map(({ key }) => key))
  return uses?.every((use) => use === null || known.has(use.field))
    ? { ...table, remembered: [...uses] }
    : table
}
