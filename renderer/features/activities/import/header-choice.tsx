import { Select } from 'antd'
import type { TableChoice } from '../../../../shared/lists/plan-import.ts'
import { headerLines, noHeader } from './header-lines.ts'
import { words } from './wording.ts'

interface Props {
  readonly choice: TableChoice
  /** Undefined for the header that the program finds. */
  readonly onChoose: (index: number | undefined) => void
}

/** Values that stand for no line. */
const [asFound, automatic] = [-2, -3]

/** Which line is the header: as it was found, or as the clerk says. */
export function HeaderChoice({ choice: { table, header }, onChoose }: Props) {
  const none = header?.first === noHeader
  const rowOf = (index: number) => table.lines[index]?.row ?? index + 1
  const lines = headerLines(table).map(({ index, row, text }) => ({
    value: index,
    label: words.headerLine(row, text),
    short: words.headerRow(row, row),
  }))
  // A header in two lines is the program's own finding; one line alone can be chosen.
  const found = header && header.last > header.first
  const shown = header && !none ? words.headerRow(rowOf(header.first), rowOf(header.last)) : ''
  return (
    <label className="import-header-choice">
      <span>{words.headerAt}</span>
      <Select<number>
        value={header === undefined ? null : found ? asFound : header.first}
        placeholder={words.chooseHeader}
        status={header ? '' : 'warning'}
        popupMatchSelectWidth={520}
        optionLabelProp="short"
        onChange={(index) => onChoose(index === asFound || index === automatic ? undefined : index)}
        options={[
          ...(found ? [{ value: asFound, label: shown, short: shown }] : []),
          { value: noHeader, label: words.noHeaderAtAll, short: words.noHeaderShort },
          ...lines,
          { value: automatic, label: words.headerAuto, short: words.headerAuto },
        ]}
      />
    </label>
  )
}
