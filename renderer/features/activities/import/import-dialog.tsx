import { App, Modal } from 'antd'
import { useState } from 'react'
import type { ListTask } from '../../../../shared/lists/table-header.ts'
import { hasTables } from '../../../state/list-dialog.ts'
import type { TablesRead } from '../../../state/list-reading.ts'
import { ImportFooter } from './import-footer.tsx'
import { NotRead, NothingRead } from './not-read.tsx'
import { TableList } from './table-list.tsx'
import { TableView } from './table-view.tsx'
import { useFinishImport } from './use-finish-import.tsx'
import { useImport } from './use-import.ts'
import { words } from './wording.ts'
import './import.css'
import './mapping.css'

interface Props {
  readonly task: ListTask
  readonly read: TablesRead
  readonly onClose: () => void
}

/** What was understood of tables that were handed in, to be looked over, corrected and taken. */
export function ImportDialog({ task, read, onClose }: Props) {
  return hasTables(read) ? (
    <Chooser task={task} read={read} onClose={onClose} />
  ) : (
    <NothingRead read={read} onClose={onClose} />
  )
}

function Chooser({ task, read, onClose }: Props) {
  const incoming = useImport(task, read)
  const finish = useFinishImport(task)
  const [together, setTogether] = useState(true)
  const { modal } = App.useApp()
  const { tables, current, plan, change } = incoming

  const giveUp = () => {
    if (!tables.some(({ isCorrected }) => isCorrected)) onClose()
    else
      modal.confirm({
        title: words.giveUpAsk,
        content: words.giveUpAdvice,
        okText: words.giveUp,
        cancelText: words.goOn,
        autoFocusButton: 'cancel',
        onOk: onClose,
      })
  }
  return (
    <Modal
      open
      centered
      width="clamp(1100px, 76vw, 1440px)"
      title={
        <>
          {words.title}
          <small className="import-lead">{words.lead}</small>
        </>
      }
      onCancel={giveUp}
      mask={{ closable: false }}
      className="import-dialog"
      footer={
        <ImportFooter
          task={task}
          plan={plan}
          isPlanning={incoming.isPlanning}
          onCancel={giveUp}
          onApply={(show) => {
            finish(incoming.planNow(), tables, show)
            onClose()
          }}
        />
      }
    >
      <NotRead read={read} />
      <div className="import-work">
        <TableList task={task} read={read} incoming={incoming} />
        {current && (
          <TableView
            key={current.key}
            task={task}
            table={current}
            tables={tables}
            planner={incoming.planner}
            together={together}
            onTogether={setTogether}
            onChange={change}
          />
        )}
      </div>
    </Modal>
  )
}
