import { App, Button, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { ListTemplate } from '../../../../shared/lists/list-template.ts'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { lastName } from '../../../../shared/paths/paths.ts'
import { type FaultData, faultOf } from '../../../../shared/faults.ts'
import { faultSentence } from '../../../../shared/wording/fault-sentence.ts'
import { useSession, useTaskDraft } from '../../../app/session-context.tsx'
import { Banner } from '../../../ui/banner.tsx'
import { TemplateColumns } from './template-columns.tsx'
import { words } from './wording.ts'
import './template.css'

/** The workbook that is shipped, or the clerk's own official one: looked over before it is used. */
export function TemplateDialog({ task, onClose }: { readonly task: ListTask; readonly onClose: () => void }) {
  const { host, client, notice, project } = useSession()
  const { template } = useTaskDraft(task.id)
  const { message } = App.useApp()
  const [found, setFound] = useState<ListTemplate>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const choose = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const [claim] = await host.choose('workbook')
      if (claim === undefined) return
      const answer = await client['list.template']({ notice: notice.id, task: task.id, claim })
      setFound(answer.template)
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code !== 'cancelled') setProblem(problemText(fault))
    } finally {
      setBusy(false)
    }
  }
  const use = (next: ListTemplate | null) => {
    project.edit([{ type: 'set-template', task: task.id, template: next }])
    void message.success(next ? words.used(next.name) : words.usedShipped)
    onClose()
  }
  const shown = found ?? template
  const inUse = <Tag color="blue">{words.inUse}</Tag>
  return (
    <Modal
      open
      centered
      width={680}
      title={words.title}
      onCancel={onClose}
      className="template-dialog"
      footer={
        found ? (
          <>
            <Button size="large" onClick={() => setFound(undefined)}>
              {words.cancel}
            </Button>
            <Button size="large" type="primary" autoFocus onClick={() => use(found)}>
              {words.use}
            </Button>
          </>
        ) : (
          <Button size="large" onClick={onClose}>
            {words.close}
          </Button>
        )
      }
    >
      <section className="template-choice" data-in-use={!template || undefined}>
        <div>
          <h2>
            {words.shipped}
            {!template && inUse}
          </h2>
          <p className="tone-quiet">{words.shippedWhy(task.documents[0]?.title ?? task.title)}</p>
        </div>
        {template && <Button onClick={() => use(null)}>{words.back}</Button>}
      </section>
      <section className="template-choice" data-in-use={template !== undefined || undefined}>
        <div>
          <h2>
            {words.official}
            {template && !found && inUse}
          </h2>
          {problem !== undefined && <Banner tone="bad" title={words.failed} detail={problem} />}
          {shown ? (
            <TemplateColumns task={task} template={shown} />
          ) : (
            <p className="tone-quiet">{words.officialWhy}</p>
          )}
        </div>
        <Button
          type={template || found ? 'default' : 'primary'}
          autoFocus={!found}
          loading={busy}
          onClick={() => void choose()}
        >
          {shown ? words.another : words.choose}
        </Button>
      </section>
    </Modal>
  )
}

/** The clerk has just chosen the file: where it lies says nothing more, least of all in a browser's upload. */
const problemText = (fault: FaultData): string =>
  faultSentence(fault.code === 'template-unusable' ? { ...fault, path: lastName(fault.path) } : fault)
