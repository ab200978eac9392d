import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { requirementsOf } from '../../../../shared/notice/choose.ts'
import type { Notice } from '../../../../shared/notice/notice.ts'
import { type ImportPlan, planImport, type TableChoice } from '../../../../shared/lists/plan-import.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import type { Row } from '../../../../shared/project/submission.ts'
import { useSession, useTaskDraft } from '../../../app/session-context.tsx'
import type { TablesRead } from '../../../state/list-reading.ts'
import { firstToLookAt, type IncomingTable, incomingTables } from './incoming-tables.ts'

/** The year of times that name none. */
const yearOf = (notice: Notice, task: ListTask): number =>
  requirementsOf(task, 'activity-time')[0]?.assumedYear ?? notice.year

/** What tables will become. */
export type Planner = (choices: readonly TableChoice[], rows: readonly Row[]) => ImportPlan

/** Tables on their way in: what is chosen of them, and what an import would do at this moment. */
export interface Import {
  readonly tables: readonly IncomingTable[]
  readonly current: IncomingTable | undefined
  readonly plan: ImportPlan
  /** The plan does not say yet what was changed last. */
  readonly isPlanning: boolean
  readonly planner: Planner
  change(by: (tables: readonly IncomingTable[]) => IncomingTable[]): void
  look(key: string): void
  /** The plan of what is chosen now. */
  planNow(): ImportPlan
}

export function useImport(task: ListTask, read: TablesRead): Import {
  const { notice } = useSession()
  const { rows } = useTaskDraft(task.id)
  const [tables, setTables] = useState<readonly IncomingTable[]>(() => incomingTables(read, task))
  const [key, look] = useState(() => firstToLookAt(tables, task)?.key)
  const planner = useCallback<Planner>(
    (choices, known) =>
      planImport(choices, {
        task,
        rows: known,
        year: yearOf(notice, task),
        newId: () => crypto.randomUUID(),
      }),
    [task, notice],
  )
  const planOf = useCallback(
    (some: readonly IncomingTable[]) =>
      planner(
        some.map(({ choice }) => choice),
        rows,
      ),
    [planner, rows],
  )
  // Thousands of rows are read anew after every correction: the choice itself must show at once.
  const planned = useDeferredValue(tables)
  const plan = useMemo(() => planOf(planned), [planOf, planned])
  return {
    tables,
    current: tables.find((table) => table.key === key),
    plan,
    isPlanning: planned !== tables,
    planner,
    change: (by) => setTables(by),
    look,
    planNow: () => (planned === tables ? plan : planOf(tables)),
  }
}
