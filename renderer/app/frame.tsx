import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { taskOf } from '../../shared/notice/choose.ts'
import { unitOf } from '../../shared/project/draft-submission.ts'
import { TablePage } from '../features/activities/table-page.tsx'
import { ProjectsDialog } from '../features/home/projects-dialog.tsx'
import { StartPage } from '../features/home/start-page.tsx'
import { UnitForm } from '../features/home/unit-form.tsx'
import { TaskPage } from '../features/media/task-page.tsx'
import { SendPage } from '../features/package/send-page.tsx'
import { goTo, page as pageStore } from '../state/page.ts'
import type { Session } from '../state/session.ts'
import { Banners } from './banners.tsx'
import { DropOverlay } from './drop-overlay.tsx'
import type { Engine } from './open-project.ts'
import { Rail } from './rail.tsx'
import { useProject, useSession } from './session-context.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useToldOnce } from './told-once.ts'
import { words } from './wording.ts'

interface Props {
  readonly aside: readonly { readonly path: string }[]
  readonly onOpen: (open: (engine: Engine) => Promise<Session>) => void
  readonly onReopen: () => void
}

/** Rail, page, and what may lie over them. */
export function Frame({ aside, onOpen, onReopen }: Props) {
  const { notice } = useSession()
  const [dialog, setDialog] = useState<'unit' | 'projects' | undefined>(undefined)
  const chosen = useStore(pageStore, ({ page }) => page)
  const first = notice.tasks[0]?.id ?? ''
  const page = chosen && taskOf(notice, chosen.task) ? chosen : ({ at: 'task', task: first } as const)
  const task = taskOf(notice, page.task)
  const fresh = useProject(
    ({ document: { unit, tasks } }) =>
      unitOf(unit) === undefined &&
      Object.values(tasks).every(({ items, rows }) => items.length + rows.length === 0),
  )
  // Stays until the clerk says so: the page must not vanish with the last letter of a phone.
  const [starting, setStarting] = useState(fresh)
  useShortcuts()
  useToldOnce(aside)
  useEffect(() => {
    const edit = () => setDialog('unit')
    window.addEventListener('kepuri:edit-unit', edit)
    return () => window.removeEventListener('kepuri:edit-unit', edit)
  }, [])
  useEffect(() => {
    document.title = task ? `${task.title} - ${words.app}` : words.app
  }, [task])

  const close = () => setDialog(undefined)
  return (
    <div className="app-frame">
      <Rail
        current={starting ? undefined : page.task}
        onTask={(id) => {
          setStarting(false)
          goTo({ at: 'task', task: id })
        }}
        onUnit={() => setDialog('unit')}
        onProjects={() => setDialog('projects')}
      />
      <div className="app-main">
        <Banners onReopen={onReopen} />
        {starting ? (
          <StartPage onStart={() => setStarting(false)} />
        ) : page.at === 'send' ? (
          <SendPage key={page.task} task={page.task} record={page.package} />
        ) : task?.kind === 'media' ? (
          <TaskPage key={page.task} task={page.task} />
        ) : (
          <TablePage task={page.task} />
        )}
      </div>
      <DropOverlay task={page.task} onDropped={() => setStarting(false)} />
      <Modal open={dialog === 'unit'} onCancel={close} footer={null} title={words.unitTitle} destroyOnHidden>
        <UnitForm onDone={close} />
      </Modal>
      <ProjectsDialog open={dialog === 'projects'} onClose={close} onOpen={onOpen} />
    </div>
  )
}
