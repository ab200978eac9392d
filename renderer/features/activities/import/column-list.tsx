import { Select } from 'antd'
import { useMemo } from 'react'
import type { ColumnUse } from '../../../../shared/lists/columns.ts'
import type { TableChoice } from '../../../../shared/lists/plan-import.ts'
import type { ListTask, TableHeader } from '../../../../shared/lists/table-header.ts'
import { columnName } from './column-name.ts'
import { keyOfUse } from './column-uses.ts'
import { allChoices, fieldChoices } from './field-choices.ts'
import { samples } from './header-lines.ts'
import { words } from './wording.ts'

interface Props {
  readonly task: ListTask
  readonly choice: TableChoice
  readonly header: TableHeader
  readonly onUse: (column: number, use: ColumnUse | null) => void
}

/** Each column of a table with a few of its texts, and what it holds. */
export function ColumnList({ task, choice: { table, uses }, header, onUse }: Props) {
  const choices = useMemo(() => fieldChoices(task), [task])
  const options = useMemo(
    () => [
      { value: '', label: words.notUsed },
      { label: words.groups.required, options: choices.required },
      { label: words.groups.others, options: choices.others },
      { label: words.groups.optional, options: choices.optional },
      { label: words.groups.composite, options: choices.composite },
    ],
    [choices],
  )
  const columns = useMemo(
    () =>
      Array.from({ length: Math.max(header.labels.length, uses.length) }, (_, column) => ({
        label: (header.labels[column] ?? '').replace(/\s+/gu, ' ').trim(),
        texts: samples(table, header.last, column, header.labels[column]),
        // A column with neither a header nor a text is the sheet's margin.
      })).map((column, index) => ({ ...column, index })),
    [table, header, uses.length],
  ).filter(({ label, texts, index }) => label !== '' || texts.length > 0 || uses[index])
  const nameOf = (column: number) => header.labels[column]?.trim() || words.noLabel(columnName(column))
  const usedBy = (own: number, value: unknown): string | undefined => {
    const by = uses.findIndex((use, column) => use && column !== own && keyOfUse(use) === value)
    return by < 0 ? undefined : words.usedBy(nameOf(by))
  }
  return (
    <table className="import-columns">
      <thead>
        <tr>
          <th scope="col">{words.columns}</th>
          <th scope="col">{words.samples}</th>
          <th scope="col">{words.means}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ label, texts, index }) => (
          <tr key={index} data-unused={!uses[index] || undefined}>
            <th scope="row">
              <span className="import-clip" title={label}>
                {nameOf(index)}
              </span>
            </th>
            <td>
              <span className="import-clip" title={texts.join('\n')}>
                {texts.map((text) => (
                  <q key={text}>{text}</q>
                ))}
              </span>
            </td>
            <td>
              <Select
                aria-label={words.columnMeans(nameOf(index))}
                value={keyOfUse(uses[index])}
                listHeight={360}
                popupMatchSelectWidth={false}
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                optionRender={({ label: text, value }) => (
                  <>
                    {text}
                    <small className="import-used">{usedBy(index, value)}</small>
                  </>
                )}
                onChange={(value: string) =>
                  onUse(index, allChoices(choices).find((one) => one.value === value)?.use ?? null)
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
