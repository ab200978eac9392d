import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { taskOf } from '../../shared/notice/choose.ts'
import { unitOf } from '../../shared/project/draft-submission.ts'
import { TablePage } from '../features/activities/table-page.tsx'
import { ProjectsDialog } from '../features/home/projects-dialog.tsx'
import { StartPage } from '../features/home/start-page.tsx'
import type { HandProject } from '../features/home/use-project-files.tsx'
import { UnitForm } from '../features/home/unit-form.tsx'
import { TaskPage } from '../features/media/task-page.tsx'
import { SendPage } from '../features/package/send-page.tsx'
import { PrintPage } from '../features/print/print-page.tsx'
import { closeDialog, dialog as dialogStore, openDialog } from '../state/dialog.ts'
import { goTo, page as pageStore } from '../state/page.ts'
import { Banners } from './banners.tsx'
import { DropOverlay } from './drop-overlay.tsx'
import { createProject, type Engine, type Unopened } from './open-project.ts'
import type { Choose } from './use-opening.ts'
import { Rail } from './rail.tsx'
import { useProject, useSession } from './session-context.tsx'
import { useShortcuts } from './shortcuts.ts'
import { useTablesWaiting } from './tables-waiting.tsx'
import { useTaskbar } from './use-taskbar.ts'
import { useToldOnce } from './told-once.ts'
import { words } from './wording.ts'

interface Props {
  readonly engine: Engine
  readonly unopened: Unopened
  readonly carried: number
  readonly onOpen: (choose: Choose) => void
  readonly onReopen: () => void
  readonly onOpenFile: (hand: HandProject) => void
}

/** A dialog scrolls inside where the window is low. */
const roomy = { body: { maxHeight: 'calc(100vh - 110px)', overflowY: 'auto' } } as const

/** Rail, page, and what may lie over them. */
export function Frame({ engine, unopened, carried, onOpen, onReopen, onOpenFile }: Props) {
  const { notice } = useSession()
  const dialog = useStore(dialogStore, ({ open }) => open)
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
  const projectId = useProject(({ document }) => document.id)
  useShortcuts()
  useToldOnce(unopened, carried)
  useTablesWaiting()
  useTaskbar()
  // A paper that is printed gives its own title, by which it would be saved.
  const ownTitle = page.at === 'print' && !starting
  useEffect(() => {
    if (!ownTitle) document.title = task ? `${task.title} - ${words.app}` : words.app
  }, [task, ownTitle])

  return (
    <div className="app-frame">
      <Rail
        current={starting ? undefined : page.task}
        onTask={(id) => {
          setStarting(false)
          goTo({ at: 'task', task: id })
        }}
        onUnit={() => openDialog('unit')}
        onProjects={() => openDialog('projects')}
      />
      <div className="app-main">
        <Banners
          onReopen={onReopen}
          onEndSample={() =>
            onOpen(async () => {
              await engine.client['project.remove']({ project: projectId })
              return { id: await createProject(engine, notice.id) }
            })
          }
        />
        {starting ? (
          <StartPage onStart={() => setStarting(false)} onOpenFile={onOpenFile} />
        ) : page.at === 'send' ? (
          <SendPage key={page.task} task={page.task} record={page.package} />
        ) : page.at === 'print' ? (
          <PrintPage
            key={`${page.task}/${page.package}`}
            task={page.task}
            record={page.package}
            paper={page.paper}
          />
        ) : task?.kind === 'media' ? (
          <TaskPage key={page.task} task={page.task} />
        ) : (
          <TablePage key={page.task} task={page.task} />
        )}
      </div>
      <DropOverlay task={page.task} onDropped={() => setStarting(false)} onProjectFile={onOpenFile} />
      <Modal
        open={dialog === 'unit'}
        onCancel={closeDialog}
        footer={null}
        centered
        styles={roomy}
        title={words.unitTitle}
        destroyOnHidden
      >
        <UnitForm onDone={closeDialog} />
      </Modal>
      <ProjectsDialog
        open={dialog === 'projects'}
        onClose={closeDialog}
        onOpen={(id) => onOpen(async () => ({ id }))}
        onCreate={() => onOpen(async () => ({ id: await createProject(engine, notice.id) }))}
        onOpenFile={onOpenFile}
      />
    </div>
  )
}
