import { Button } from 'antd'
import { useId, useState } from 'react'
import { newestPackage, type PackageRecord } from '../../../shared/project/document.ts'
import { useJob, useOutdated, useTask, useTaskDraft } from '../../app/session-context.tsx'
import { goTo } from '../../state/page.ts'
import { PackDialog } from './pack-dialog.tsx'
import { sentMails } from './package-contents.ts'
import { useObstacles } from './use-obstacles.ts'
import { hintOf, words } from './wording.ts'
import './package.css'

interface Props {
  readonly task: string
  /** Where it packs once more what was packed before. */
  readonly again?: boolean
}

/**
 * 一键打包: always there, and says why it cannot yet. What was packed before is one step away; where it waits to be sent, that
 * step comes first.
 */
export function PackButton({ task, again = false }: Props) {
  const [open, setOpen] = useState(false)
  const obstacles = hintOf(useObstacles(task), useTask(task).kind)
  const outdated = useOutdated(task)
  const hint = obstacles ?? (outdated && !again ? words.packChanged : undefined)
  const running = useJob('pack')?.task === task
  const newest = newestPackage(useTaskDraft(task))
  const waits = !again && !outdated && newest !== undefined && isUnsent(newest)
  const id = useId()
  const see = newest && !again && (
    <Button
      key="see"
      size="large"
      {...(waits && { type: 'primary' as const })}
      onClick={() => goTo({ at: 'send', task, package: newest.id })}
    >
      {waits ? words.goSend(sentMails(newest), newest.result.mails.length) : words.seePackage}
    </Button>
  )
  const pack = (
    <Button
      key="pack"
      size="large"
      {...(!waits && { type: 'primary' as const })}
      onClick={() => setOpen(true)}
      {...(hint !== undefined && { 'aria-describedby': id })}
    >
      {again || waits ? words.packAgain : words.pack}
    </Button>
  )
  return (
    <span className="package-button">
      {hint !== undefined && (
        <span id={id} className="package-hint">
          {hint}
        </span>
      )}
      {/* What comes next stands outermost. */}
      {waits ? [pack, see] : [see, pack]}
      <PackDialog task={task} open={open || running} onClose={() => setOpen(false)} />
    </span>
  )
}

const isUnsent = (record: PackageRecord): boolean => sentMails(record) < record.result.mails.length
