import { Modal } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useJob, useSession, useTask, useTaskDraft } from '../../app/session-context.tsx'
import type { OutFolder } from '../../host/host.ts'
import { useNotePacking } from './note-packing.ts'
import { ObstacleList } from './obstacle-list.tsx'
import { PackFailure } from './pack-failure.tsx'
import { PackPreflight } from './pack-preflight.tsx'
import { PackProgress } from './pack-progress.tsx'
import { packTask } from './pack-task.ts'
import { useObstacles } from './use-obstacles.ts'
import { useOutFolder } from './use-out-folder.ts'
import { useWarnBeforeLeaving } from './warn-before-leaving.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: string
  readonly open: boolean
  readonly onClose: () => void
}

/** All of packing in one place: what stands in the way, what will be packed, how it goes, and how it ended. */
export function PackDialog({ task, open, onClose }: Props) {
  const { jobs } = useSession()
  const { title } = useTask(task)
  const job = useJob('pack')
  const running = job?.task === task
  const body = useRef<HTMLDivElement>(null)
  const close = () => {
    if (running) return
    jobs.dismiss()
    onClose()
  }
  return (
    <Modal
      open={open}
      onCancel={close}
      title={words.packTitle(title)}
      footer={null}
      centered
      width={680}
      closable={!running}
      keyboard={!running}
      mask={{ closable: false }}
      destroyOnHidden
      className="package-dialog"
      afterOpenChange={(shown) => shown && focusFirst(body.current)}
    >
      <div ref={body}>
        <PackSteps task={task} onClose={close} panel={body} />
      </div>
    </Modal>
  )
}

/** What is shown depends on how the packing of the task stands. */
function PackSteps({
  task,
  onClose,
  panel,
}: Omit<Props, 'open'> & { readonly panel: RefObject<HTMLElement | null> }) {
  const session = useSession()
  const { jobs, facts } = session
  const job = useJob('pack')
  const fault = useStore(jobs.store, ({ failure }) =>
    failure?.kind === 'pack' && failure.task === task ? failure.fault : undefined,
  )
  const { items } = useTaskDraft(task)
  const obstacles = useObstacles(task)
  const place = useOutFolder()
  const [rechecking, setRechecking] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const pending = useStore(facts.store, ({ total, done }) => total - done)
  useWarnBeforeLeaving(job?.task === task)
  useNotePacking(task, job?.task === task)
  useEffect(() => {
    if (pending === 0) setRechecking(false)
  }, [pending])

  const all = rechecking && pending > 0 ? [{ kind: 'measuring', left: pending } as const] : obstacles
  const phase = job?.task === task ? 'running' : fault ? 'failed' : all.length > 0 ? 'blocked' : 'ready'
  // The button that was pressed may be gone.
  useEffect(() => focusFirst(panel.current), [phase, panel])

  const start = (out: OutFolder) => void packTask(session, task, out.claim)
  const measureAgain = () => {
    jobs.dismiss()
    setRechecking(true)
    facts.again(items.map(({ id }) => id))
  }
  const chooseAnew = () => {
    jobs.dismiss()
    setChoosing(true)
  }
  if (job && phase === 'running') return <PackProgress job={job} />
  if (fault)
    return (
      <PackFailure
        fault={fault}
        place={place}
        onStart={start}
        onChoose={chooseAnew}
        onMeasure={measureAgain}
        onClose={onClose}
      />
    )
  if (phase === 'blocked')
    return <ObstacleList task={task} obstacles={all} onMeasure={measureAgain} onClose={onClose} />
  return (
    <PackPreflight
      task={task}
      place={place}
      choosing={choosing}
      onChoosing={setChoosing}
      onStart={start}
      onMeasure={measureAgain}
      onClose={onClose}
    />
  )
}

const focusFirst = (element: HTMLElement | null) =>
  element?.querySelector<HTMLElement>('[data-first]')?.focus()
