import { App, Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../../shared/findings.ts'
import type { DraftItem } from '../../../shared/project/document.ts'
import { useFacts, useJob, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { tellAdded } from '../../app/tell-added.ts'
import { addChosen } from '../../state/add-sources.ts'
import { openDialog } from '../../state/dialog.ts'
import { useProjectActs } from '../media/use-project-acts.tsx'
import { focusField } from './focus-field.ts'
import { leaveItems } from './leave-items.ts'
import { othersOf } from './look-alike.tsx'
import { type Mend, mendsOf } from './mends.ts'
import { focusPane } from './pane-focus.ts'
import { relocate } from './relocate.ts'
import { replaceItem } from './replace-item.ts'
import { turnTo } from './turn-to.ts'
import { WaiveForm } from './waive-form.tsx'
import { mendLabel, words } from './wording.ts'

interface Props {
  readonly task: string
  readonly item: DraftItem | undefined
  readonly finding: Finding
  readonly waivable: boolean
  readonly onDecided: (() => void) | undefined
}

/** What can be done about a finding, the best way first. */
export function MendButtons({ task, item, finding, waivable, onDecided }: Props) {
  const session = useSession()
  const app = App.useApp()
  const project = useProjectActs(task)
  const { items } = useTaskDraft(task)
  const kind = useFacts(item?.id ?? '')?.kind
  const busy = useJob('add') !== undefined
  const [waiving, setWaiving] = useState(false)
  const others = othersOf(items, finding)
  const [other] = others
  const isList = useTask(task).kind === 'table'
  // Where a list is short of rows, the ways to bring some in stand above the sheet.
  const mends = mendsOf(finding).filter((mend) => (mend !== 'look' || other) && !(mend === 'add' && isList))
  const tell = async (outcome: Promise<string | undefined>) => {
    const sentence = await outcome
    if (sentence !== undefined) void app.message.info(sentence)
  }
  const acts: Readonly<Record<Mend, () => void>> = {
    write: () => finding.subject.field !== undefined && focusField(finding.subject.field),
    replace: () => item && void tell(replaceItem(session, task, item.id)),
    remove() {
      if (!item) return
      leaveItems(session, task, [item.id])
      project.remove([item.id])
      focusPane()
    },
    look() {
      if (other) turnTo(session, task, other.id)
      focusPane()
    },
    // Of two that are alike, either may have been mended.
    again: () => item && session.facts.again([item, ...others].map(({ id }) => id)),
    relocate: () => void tell(relocate(session, task)),
    unit: () => openDialog('unit'),
    add: () => void addChosen(session, task, 'folders').then((added) => tellAdded(app, added)),
  }
  // To look again is no way to mend a file, unless it could not be read.
  const isQuiet = (mend: Mend, index: number) => mend === 'again' && (index > 0 || mends.length === 1)
  const needsJob = (mend: Mend) => mend === 'replace' || mend === 'relocate' || mend === 'add'
  if (waiving)
    return (
      <WaiveForm
        task={task}
        finding={finding}
        onDone={() => {
          setWaiving(false)
          onDecided?.()
        }}
        onCancel={() => setWaiving(false)}
      />
    )
  if (mends.length === 0 && !waivable) return null
  return (
    <div className="detail-acts">
      {mends.map((mend, index) => (
        <Button
          key={mend}
          type={index === 0 && !isQuiet(mend, index) ? 'default' : 'text'}
          className={isQuiet(mend, index) ? 'detail-quiet' : ''}
          disabled={busy && needsJob(mend)}
          onClick={() => acts[mend]()}
        >
          {mendLabel(mend, finding, kind)}
        </Button>
      ))}
      {waivable && (
        <Button type="text" onClick={() => setWaiving(true)}>
          {words.waive}
        </Button>
      )}
    </div>
  )
}
