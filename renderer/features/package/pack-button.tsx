import { Button } from 'antd'
import { useId, useState } from 'react'
import { useJob } from '../../app/session-context.tsx'
import { PackDialog } from './pack-dialog.tsx'
import { useObstacles } from './use-obstacles.ts'
import { hintOf, words } from './wording.ts'
import './package.css'

interface Props {
  readonly task: string
  /** On the button; by default 一键打包. */
  readonly label?: string
}

/** 一键打包: always there, and says why it cannot yet. */
export function PackButton({ task, label = words.pack }: Props) {
  const [open, setOpen] = useState(false)
  const hint = hintOf(useObstacles(task))
  const running = useJob('pack')?.task === task
  const id = useId()
  return (
    <span className="package-button">
      {hint !== undefined && (
        <span id={id} className="package-hint">
          {hint}
        </span>
      )}
      <Button
        type="primary"
        size="large"
        onClick={() => setOpen(true)}
        {...(hint !== undefined && { 'aria-describedby': id })}
      >
        {label}
      </Button>
      <PackDialog task={task} open={open || running} onClose={() => setOpen(false)} />
    </span>
  )
}
