import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { boundText } from '../../../shared/wording/measures.ts'
import { requirementsOf } from '../../../shared/notice/choose.ts'
import { useProject, useSession, useTask, useVerdict } from '../../app/session-context.tsx'
import { openListDialog } from '../../state/list-dialog.ts'
import { clipboardTable } from '../../../shared/text/clipboard-table.ts'
import { TableDropIcon } from './bar/icons.tsx'
import { ImportButtons } from './import/import-buttons.tsx'
import { pastedRows, pastedTables } from './pasted-list.ts'
import { hasOpenDialog } from '../../ui/open-dialog.ts'
import type { ListActs } from './sheet/use-list-acts.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly acts: ListActs
}

/** A list without rows: an invitation, and what the notice asks for. */
export function EmptyList({ task: id, acts }: Props) {
  const task = useTask(id)
  const { notice } = useSession()
  const project = useProject(({ document }) => document.id)
  const quota = useVerdict(id)?.quota
  const { message } = App.useApp()
  const required = new Set(requirementsOf(task, 'text-required').map(({ field }) => field))
  const labels = task.fields.filter(({ key }) => required.has(key)).map(({ label }) => label)

  const place = useRef<HTMLElement>(null)
  // The last row may have gone with the keyboard in it.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event
      const isElsewhere = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      if (task.kind !== 'table' || isElsewhere || hasOpenDialog() || !clipboardData) return
      const plain = clipboardData.getData('text/plain')
      const table = clipboardTable(plain)
      const read = pastedTables(table, task)
      // A single text is no table: it was copied from somewhere else.
      const cells = table.flat().filter((text) => text.trim() !== '')
      if (!read && cells.length < 2) return void message.info(words.pastedNothing)
      event.preventDefault()
      if (read) openListDialog({ at: 'import', task: id, project, read })
      else acts.append(pastedRows(table, task, () => crypto.randomUUID()))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [task, id, project, acts, message, notice])

  return (
    <section ref={place} tabIndex={-1} className="media-empty table-empty">
      <TableDropIcon />
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyHow}</p>
      <div className="media-empty-buttons">
        <ImportButtons task={id} first />
        <Button size="large" onClick={acts.addRow}>
          {words.emptyNew}
        </Button>
      </div>
      <p className="table-empty-paste">{words.emptyPaste}</p>
      <div className="media-empty-ask">
        <h3>{words.emptyAsk}</h3>
        <ul>
          {quota && (
            <li>
              <b>
                {words.emptyNeed(
                  quota.unitClass,
                  boundText(quota.bound, (value) => `${value} ${quota.measure}`),
                )}
              </b>
            </li>
          )}
          <li>{words.emptyFields(labels)}</li>
        </ul>
      </div>
    </section>
  )
}
