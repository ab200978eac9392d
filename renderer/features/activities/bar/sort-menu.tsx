import { Button, Dropdown } from 'antd'
import { useTask, useTaskDraft } from '../../../app/session-context.tsx'
import { sheetColumns } from '../sheet/sheet-columns.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { words } from '../wording.ts'

interface Props {
  readonly task: string
  readonly acts: ListActs
}

/** The whole list in the order of one column. */
export function SortMenu({ task: id, acts }: Props) {
  const task = useTask(id)
  const { columns = [] } = useTaskDraft(id)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: sheetColumns(task, columns).map(({ field }) => ({
          key: field.key,
          label: field.label,
          children: (['up', 'down'] as const).map((way) => ({
            key: `${field.key} ${way}`,
            label: words.sortBy(field, way),
            onClick: () => acts.sort(field, way),
          })),
        })),
      }}
    >
      <Button aria-haspopup="menu">
        {words.sort}
        <span className="exchange-arrow" aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}
