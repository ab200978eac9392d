import { App, Button, Dropdown } from 'antd'
import { unitOf } from '../../../../shared/project/draft-submission.ts'
import { leaveField } from '../../../app/leave-field.ts'
import { useProject, useTask } from '../../../app/session-context.tsx'
import { useExchange } from '../../exchange/use-exchange.ts'
import { words as exchangeWords } from '../../exchange/wording.ts'
import { words } from '../wording.ts'
import '../../exchange/exchange.css'

/** The list as a workbook, and what is wrong with it for those who wrote it. */
export function ExportMenu({ task: id }: { readonly task: string }) {
  const task = useTask(id)
  const unit = useProject(({ document }) => unitOf(document.unit)?.name ?? '')
  const exchange = useExchange(id)
  const { message } = App.useApp()
  const choose = async (key: string) => {
    leaveField()
    const said =
      key === 'list'
        ? await exchange.writeList(exchangeWords.listName(unit, task.title))
        : await exchange.writeFindings(exchangeWords.findingsName(unit, task.title))
    if (said !== undefined) void message.success(said, 6)
  }
  const entry = (key: string, text: string, hint: string) => ({
    key,
    label: (
      <span className="exchange-entry">
        {text}
        <small>{hint}</small>
      </span>
    ),
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        onClick: ({ key }) => void choose(key),
        items: [
          entry('list', words.exportList, words.exportListHint),
          entry('findings', words.exportFindings, words.exportFindingsHint),
        ],
      }}
    >
      <Button loading={exchange.busy} aria-haspopup="menu">
        {words.export}
        <span className="exchange-arrow" aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
