import type { TableChoice } from '../../../../shared/lists/plan-import.ts'
import { headerLines } from './header-lines.ts'
import { words } from './wording.ts'

interface Props {
  readonly choice: TableChoice
  readonly onChoose: (index: number) => void
}

/** The first lines of a table whose header was not found, each to be named as it. */
export const FirstLines = ({ choice: { table }, onChoose }: Props) => (
  <ul className="import-lines" aria-label={words.firstLines}>
    {headerLines(table).map(({ index, row, text }) => (
      <li key={row}>
        <button type="button" onClick={() => onChoose(index)}>
          <span className="tabular">{words.skippedLine(row)}</span>
          <span className="one-line" title={text}>
            {text}
          </span>
          <span>{words.isHeader}</span>
        </button>
      </li>
    ))}
  </ul>
)
