import { joint } from '../shared/lists/column-claims.ts'
import type { ColumnUse } from '../shared/lists/columns.ts'
import { proposeChoice, type TableChoice } from '../shared/lists/plan-import.ts'
import type { TableFile } from '../shared/lists/raw-table.ts'
import type { ListTask } from '../shared/lists/table-header.ts'
import type { Field } from '../shared/notice/field.ts'
import { plainLabel } from '../shared/text/header-label.ts'
import { UsageError } from './command.ts'

/** What `--map` says of one header: the field it holds, or that its column is left alone. */
export interface MappedHeader {
  readonly header: string
  readonly field: Field | undefined
}

/** What stands in place of a field for a column that is not to be used. */
const leftAlone = '不用'

/** The field that is called so by its key or its label. */
export function fieldCalled(task: ListTask, name: string): Field | undefined {
  return task.fields.find(({ key, label }) => key === name || plainLabel(label) === plainLabel(name))
}

export const fieldsText = (fields: ListTask['fields']): string =>
  fields.map(({ key, label }) => `${label}（${key}）`).join('、')

/** The words of `--map`: 列名=字段. */
export function mappedHeaders(words: readonly string[], task: ListTask): MappedHeader[] {
  return words.map((word) => {
    const equals = word.lastIndexOf('=')
    const [header, name] = [word.slice(0, Math.max(0, equals)).trim(), word.slice(equals + 1).trim()]
    if (header === '' || name === '')
      throw new UsageError(`选项 --map 要写成“列名=字段”，写的却是“${word}”。`)
    if (name === leftAlone) return { header, field: undefined }
    const field = fieldCalled(task, name)
    if (!field)
      throw new UsageError(
        `选项 --map 里的“${name}”不是清单的字段；可以写${fieldsText(task.fields)}，不用这一列就写“${leftAlone}”。`,
      )
    return { header, field }
  })
}

/** What is proposed for every table of a file, with the mapped headers as if the notice named them. */
export function choicesOf(
  { name, tables }: TableFile,
  task: ListTask,
  mapped: readonly MappedHeader[],
): TableChoice[] {
  const taught = mapped.length > 0 ? taughtTask(task, mapped) : task
  return tables.map((table) => withMapped(proposeChoice(name, table, taught), task, mapped))
}

/** Headers are found by the words that the notice knows: the mapped ones are added, and taken away elsewhere. */
function taughtTask(task: ListTask, mapped: readonly MappedHeader[]): ListTask {
  const words = new Set(mapped.map(({ header }) => plainLabel(header)))
  const others = (synonyms: readonly string[] = []) => synonyms.filter((one) => !words.has(plainLabel(one)))
  const fields = task.fields.map((field) => ({
    ...field,
    synonyms: [
      ...others(field.synonyms),
      ...mapped.filter((one) => one.field?.key === field.key).map(({ header }) => header),
    ],
    fallbackSynonyms: others(field.fallbackSynonyms),
  }))
  return { ...task, fields }
}

/** Whether a table's header is the one that is meant; of a header in two rows the lower text is enough. */
export function isHeader(label: string, header: string): boolean {
  const lowest = label.split(joint).at(-1) ?? ''
  return [label, lowest].some((text) => plainLabel(text) === plainLabel(header))
}

function withMapped(choice: TableChoice, task: ListTask, mapped: readonly MappedHeader[]): TableChoice {
  const labels = choice.header?.labels ?? []
  const uses = labels.map((_, column) => choice.uses[column] ?? null)
  for (const { header, field } of mapped) {
    const column = labels.findIndex((label) => isHeader(label, header))
    if (column < 0) continue
    for (const [other, use] of uses.entries())
      if (field && use && filledBy(use, task).includes(field.key)) uses[other] = null
    uses[column] = field ? { field: field.key, part: 'whole' } : null
  }
  return { ...choice, uses }
}

/** The fields that a column fills: both of a name with its phone. */
function filledBy({ field, part }: ColumnUse, { composites }: ListTask): string[] {
  const both = composites.find((one) => one.split === 'name-and-phone' && one.name === field)
  return part === 'name-and-phone' && both?.split === 'name-and-phone' ? [both.name, both.phone] : [field]
}
