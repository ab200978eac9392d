import { App, Button, Modal, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { faultOf } from '../../../shared/faults.ts'
import type { ProjectSummary as Summary } from '../../../shared/contract/projects.ts'
import { faultSentence } from '../../../shared/wording/fault-sentence.ts'
import { useSession } from '../../app/session-context.tsx'
import { contentsTexts } from './contents-text.ts'
import { DiagnosticsLink } from './diagnostics-link.tsx'
import { momentText } from './moment-text.ts'
import type { HandProject } from './use-project-files.tsx'
import { useSaveCopy } from './use-save-copy.ts'
import { words } from './wording.ts'
import './home.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly onOpen: (project: string) => void
  readonly onCreate: () => void
  readonly onOpenFile: (hand: HandProject) => void
}

/** All projects on this machine: opened, begun, handed on, removed. */
export function ProjectsDialog({ open, onClose, onOpen, onCreate, onOpenFile }: Props) {
  const { client, notice, project, host } = useSession()
  const { modal, message } = App.useApp()
  const [projects, setProjects] = useState<readonly Summary[]>([])
  const { saving, save } = useSaveCopy()
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
  return (
    <Modal open={open} onCancel={onClose} title={words.projects} footer={null} width={760} destroyOnHidden>
      <p className="tone-quiet">{words.projectsAdvice}</p>
      <ul className="home-projects">
        {projects.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.unit || words.unnamed}</strong>
              {one.id === current && <Tag color="blue">{words.current}</Tag>}
              <p className="tone-quiet">
                {words.changedAt(momentText(one.changedAt, notice.utcOffset))}　
                {contentsTexts(one, notice).join('；')}
              </p>
            </div>
            {one.id !== current && <Button onClick={() => leadTo(() => onOpen(one.id))}>{words.open}</Button>}
            <Button
              type="text"
              aria-label={words.exportOf(one.unit || words.unnamed)}
              loading={saving === one.id}
              onClick={() => void save(one)}
            >
              {words.exportProject}
            </Button>
            {one.id !== current && (
              <Button danger type="text" onClick={() => remove(one)}>
                {words.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="home-copy-advice tone-quiet">{words.copyAdvice}</p>
      <div className="home-projects-foot">
        <Button type="primary" onClick={() => leadTo(onCreate)}>
          {words.newProject}
        </Button>
        <Button
          title={words.openFileAdvice}
          onClick={() => leadTo(() => onOpenFile(() => host.choose('project')))}
        >
          {words.openFile}
        </Button>
        <DiagnosticsLink host={host} />
      </div>
    </Modal>
  )
}
