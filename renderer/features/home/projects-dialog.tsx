import { App, Button, Modal, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { faultOf } from '../../../shared/faults.ts'
import { wallClock } from '../../../shared/text/wall-clock.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import { useSession } from '../../app/session-context.tsx'
import type { Session } from '../../state/session.ts'
import { DiagnosticsLink } from './diagnostics-link.tsx'
import { words } from './wording.ts'
import './home.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onOpen: (project: string) => void
  readonly onCreate: () => void
}
type Summary = Awaited<ReturnType<Session['client']['project.list']>>['projects'][number]

/** All projects on this machine: opened, begun, removed. */
export function ProjectsDialog({ open, onClose, onOpen, onCreate }: Props) {
  const { client, notice, project, host } = useSession()
  const { modal, message } = App.useApp()
  const [projects, setProjects] = useState<readonly Summary[]>([])
  const current = project.store.getState().document.id

  const load = useCallback(async () => {
    try {
      setProjects((await client['project.list']({})).projects)
    } catch (error) {
      void message.error(faultSentence(faultOf(error)))
    }
  }, [client, message])
  useEffect(() => {
    if (open) void project.saved().then(load, load)
  }, [open, load, project])

  const remove = ({ id, unit }: Summary): void => {
    modal.confirm({
      title: words.removeAsk(unit || words.unnamed),
      content: words.removeAdvice,
      okText: words.remove,
      okButtonProps: { danger: true },
      cancelText: words.cancel,
      autoFocusButton: 'cancel',
      onOk: async () => {
        await client['project.remove']({ project: id }).catch((error: unknown) =>
          message.error(faultSentence(faultOf(error))),
        )
        await load()
      },
    })
  }
  const leadTo = (go: () => void) => {
    onClose()
    go()
  }
  const time = (at: string) => {
    const clock = wallClock(new Date(at), notice.utcOffset)
    return `${dateText(clock.slice(0, 10))} ${clock.slice(11, 16)}`
  }
  const contents = ({ tasks }: Summary) =>
    notice.tasks
      .flatMap(({ id, title }) => {
        const task = tasks[id]
        return task && task.items + task.rows > 0 ? [words.contents(title, task)] : []
      })
      .join('；') || words.empty

  return (
    <Modal open={open} onCancel={onClose} title={words.projects} footer={null} width={680} destroyOnHidden>
      <p className="tone-quiet">{words.projectsAdvice}</p>
      <ul className="home-projects">
        {projects.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.unit || words.unnamed}</strong>
              {one.id === current && <Tag color="blue">{words.current}</Tag>}
              <p className="tone-quiet">
                {words.changedAt(time(one.changedAt))}　{contents(one)}
              </p>
            </div>
            {one.id !== current && (
              <>
                <Button onClick={() => leadTo(() => onOpen(one.id))}>{words.open}</Button>
                <Button danger type="text" onClick={() => remove(one)}>
                  {words.remove}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className="home-projects-foot">
        <Button type="primary" onClick={() => leadTo(onCreate)}>
          {words.newProject}
        </Button>
        <DiagnosticsLink host={host} />
      </div>
    </Modal>
  )
}
