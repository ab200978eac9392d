import { App, Button } from 'antd'
import type { ImportPlan } from '../../../../shared/lists/plan-import.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { taskDraft } from '../../../../shared/project/document.ts'
import { useSession } from '../../../app/session-context.tsx'
import { openListDialog } from '../../../state/list-dialog.ts'
import { alikePairsNow } from '../alike/alike-pairs.ts'
import { importEdits } from './import-edits.ts'
import { type IncomingTable, toRemember } from './incoming-tables.ts'
import { words } from './wording.ts'

/** The message that says what came of an import. */
export const importedMessage = 'imported'

/** Takes the rows in as one step, remembers the columns, and says what came of it. */
export function useFinishImport(
  task: ListTask,
): (plan: ImportPlan, tables: readonly IncomingTable[], show: readonly string[]) => void {
  const { client, project } = useSession()
  const { message } = App.useApp()
  const draft = () => taskDraft(project.store.getState().document, task.id)
  return (plan, tables, show) => {
    const record = { id: crypto.randomUUID(), at: new Date().toISOString() }
    project.edit(importEdits({ task, plan, record, shown: draft().columns ?? [], show }))
    const columns = toRemember(tables)
    // Without it the same headers are understood as they were this time: nothing is lost.
    if (columns.length > 0) void client['list.remember']({ columns }).catch(() => undefined)

    const alike = alikePairsNow(draft().rows, task).length
    const link = (text: string, at: 'report' | 'alike') => (
      <Button type="link" onClick={() => openListDialog({ at, task: task.id })}>
        {text}
      </Button>
    )
    void message.success({
      key: importedMessage,
      duration: 10,
      content: (
        <span className="import-done">
          {words.done(plan.report.kept, plan.report.merged.length)}
          {link(words.seeReport, 'report')}
          {alike > 0 && link(words.alike(alike), 'alike')}
        </span>
      ),
    })
  }
}
