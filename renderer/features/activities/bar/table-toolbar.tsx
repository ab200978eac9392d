import { Button } from 'antd'
import { useSession } from '../../../app/session-context.tsx'
import { PlusIcon } from '../../media/icons.tsx'
import { SearchBox } from '../../media/search-box.tsx'
import { UndoButtons } from '../../media/undo-buttons.tsx'
import { AlikeButton } from '../alike/alike-button.tsx'
import { ImportButtons } from '../import/import-buttons.tsx'
import { useViewPart } from '../rows/use-shown-rows.ts'
import { useSheetState } from '../sheet/sheet-context.ts'
import type { ListActs } from '../sheet/use-list-acts.ts'
import { TemplateButton } from '../template/template-button.tsx'
import { words } from '../wording.ts'
import { ColumnMenu } from './column-menu.tsx'
import { ExportMenu } from './export-menu.tsx'
import { DownIcon, UpIcon } from './icons.tsx'
import { RowFilters } from './row-filters.tsx'
import { SortMenu } from './sort-menu.tsx'

interface Props {
  readonly task: string
  readonly acts: ListActs
  /** How many rows are on the screen. */
  readonly shown: number
  readonly onDetails: () => void
  /** The filter is chosen once more. */
  readonly onFilterAgain: () => void
}

/** Above the sheet: tables in and out, rows, order, columns; what is shown, and finding. */
export function TableToolbar({ task, acts, shown, onDetails, onFilterAgain }: Props) {
  const { views } = useSession()
  const query = useViewPart(task, 'query')
  return (
    <div className="table-tools">
      <div className="media-toolbar" role="group" aria-label={words.tools}>
        <ImportButtons task={task} />
        <span className="table-gap" />
        <RowButtons acts={acts} shown={shown} />
        <span className="table-gap" />
        <SortMenu task={task} acts={acts} />
        <ColumnMenu task={task} acts={acts} />
        <span className="media-space" />
        <UndoButtons />
      </div>
      <div className="media-toolbar table-second">
        <RowFilters task={task} onAgain={onFilterAgain} />
        <SearchBox label={words.search} query={query} onQuery={(next) => views.set(task, { query: next })} />
        <span className="media-space" />
        <Button className="table-details" onClick={onDetails}>
          {words.details}
        </Button>
        <AlikeButton task={task} />
        <TemplateButton task={task} />
        <ExportMenu task={task} />
      </div>
    </div>
  )
}

function RowButtons({ acts, shown }: Pick<Props, 'acts' | 'shown'>) {
  const count = useSheetState(({ box }) => (box ? box.bottom - box.top + 1 : 0))
  const isAtTop = useSheetState(({ box }) => !box || box.top === 0)
  const isAtEnd = useSheetState(({ box }) => !box || box.bottom >= shown - 1)
  return (
    <>
      <Button icon={<PlusIcon />} title={words.addRowKey} onClick={acts.addRow}>
        {words.addRow}
      </Button>
      <Button disabled={count === 0} onClick={() => acts.removeRows()}>
        {words.removeRow(count)}
      </Button>
      <span className="table-pair">
        <Button
          icon={<UpIcon />}
          disabled={isAtTop}
          title={words.upKey}
          aria-label={words.up}
          onClick={() => acts.moveRows(-1)}
        />
        <Button
          icon={<DownIcon />}
          disabled={isAtEnd}
          title={words.downKey}
          aria-label={words.down}
          onClick={() => acts.moveRows(1)}
        />
      </span>
    </>
  )
}
