import { Dropdown } from 'antd'
import { words } from '../wording.ts'
import type { SheetColumn } from './sheet-columns.ts'
import type { ListActs } from './use-list-acts.ts'

interface Props {
  readonly columns: readonly SheetColumn[]
  readonly acts: ListActs
}

/** What the columns are called; each leads to sorting by it. */
export function SheetHead({ columns, acts }: Props) {
  return (
    <div role="rowgroup" className="sheet-head">
      <div role="row" aria-rowindex={1} className="sheet-tracks">
        <div role="columnheader" aria-colindex={1} className="sheet-pin sheet-number">
          {words.numberColumn}
        </div>
        {columns.map(({ field, required }, index) => (
          <div
            role="columnheader"
            aria-colindex={index + 2}
            key={field.key}
            className={index === 0 ? 'sheet-pin sheet-name' : undefined}
          >
            <Dropdown
              trigger={['click']}
              menu={{
                items: (['up', 'down'] as const).map((way) => ({
                  key: way,
                  label: words.sortBy(field, way),
                  onClick: () => acts.sort(field, way),
                })),
              }}
            >
              {/* By the keyboard sorting is in the toolbar: the sheet is one stop of Tab. */}
              <button type="button" tabIndex={-1} title={field.hint} className="sheet-label">
                <span>
                  {field.label}
                  {required && (
                    <span className="sheet-star" title={words.required} aria-hidden="true">
                      *
                    </span>
                  )}
                </span>
                <span className="sheet-arrow" aria-hidden="true" />
              </button>
            </Dropdown>
          </div>
        ))}
      </div>
    </div>
  )
}
