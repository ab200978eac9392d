import type { ColumnUse, ColumnUses, RememberedColumns } from '../../../../shared/lists/columns.ts'
import { proposeChoice, type TableChoice } from '../../../../shared/lists/plan-import.ts'
import {
  findTableHeader,
  headerKey,
  type ListTask,
  proposeUses,
  type TableHeader,
} from '../../../../shared/lists/table-header.ts'
import type { TablesRead } from '../../../state/list-reading.ts'
import { noHeader } from './header-lines.ts'
import { assignUse, missingFields, sameUses } from './column-uses.ts'

/** A table on its way in, with what was understood of it and what the clerk has corrected. */
export interface IncomingTable {
  /** File and sheet. */
  readonly key: string
  readonly choice: TableChoice
  /** Its columns are taken as the clerk had them taken last time. */
  readonly isRemembered: boolean
  readonly isCorrected: boolean
}

/** `unsure`: a column that must be there was not found. `hidden`, `left-out` and `no-header` are not taken. */
export type TableState = 'recognised' | 'unsure' | 'no-header' | 'hidden' | 'left-out'

export const tableKey = (file: string, sheet: string): string => `${file}\n${sheet}`

/** The tables of what was read, each with what is proposed for it. */
export const incomingTables = ({ files }: Pick<TablesRead, 'files'>, task: ListTask): IncomingTable[] =>
  files.flatMap(({ name, tables }) =>
    tables.map((table) => {
      const choice = proposeChoice(name, table, task)
      return {
        key: tableKey(name, table.sheet),
        choice,
        isRemembered: table.remembered !== undefined && sameUses(table.remembered, choice.uses),
        isCorrected: false,
      }
    }),
  )

export function tableState({ choice }: IncomingTable, task: ListTask): TableState {
  if (choice.table.hidden && !choice.taken) return 'hidden'
  if (!choice.header) return 'no-header'
  if (!choice.taken) return 'left-out'
  return missingFields(choice.uses, task).length > 0 ? 'unsure' : 'recognised'
}

/** The one that the clerk should look at first. */
export function firstToLookAt(tables: readonly IncomingTable[], task: ListTask): IncomingTable | undefined {
  const inState = (state: TableState) => tables.find((table) => tableState(table, task) === state)
  return inState('unsure') ?? inState('no-header') ?? inState('recognised') ?? tables[0]
}

/** Other tables with the same headers. */
export function withSameHeaders(tables: readonly IncomingTable[], key: string): IncomingTable[] {
  const own = headersOf(tables.find((table) => table.key === key))
  return own === undefined ? [] : tables.filter((table) => table.key !== key && headersOf(table) === own)
}

/** Undefined without a header: such tables have nothing in common. */
function headersOf(table: IncomingTable | undefined): string | undefined {
  const { first, labels } = table?.choice.header ?? { first: noHeader, labels: [] }
  return first === noHeader ? undefined : headerKey(labels)
}

export const setTaken = (tables: readonly IncomingTable[], key: string, taken: boolean): IncomingTable[] =>
  tables.map((table) => (table.key === key ? { ...table, choice: { ...table.choice, taken } } : table))

/** What one of a table's columns holds; `together` also of tables with the same headers. */
export function setUse(
  tables: readonly IncomingTable[],
  { key, column, use, together }: { key: string; column: number; use: ColumnUse | null; together: boolean },
  task: ListTask,
): IncomingTable[] {
  const uses = assignUse(tables.find((table) => table.key === key)?.choice.uses ?? [], column, use, task)
  return setUses(tables, key, together, () => uses)
}

/** What the headers themselves say, in place of what was remembered or corrected. */
export const takeAutomatic = (
  tables: readonly IncomingTable[],
  { key, together }: { key: string; together: boolean },
  task: ListTask,
): IncomingTable[] => setUses(tables, key, together, (header) => proposeUses(header.labels, task))

function setUses(
  tables: readonly IncomingTable[],
  key: string,
  together: boolean,
  usesOf: (header: TableHeader) => ColumnUses,
): IncomingTable[] {
  const changed = new Set([key, ...(together ? withSameHeaders(tables, key).map((one) => one.key) : [])])
  return tables.map((table) => {
    const { header } = table.choice
    if (!changed.has(table.key) || !header) return table
    const choice = { ...table.choice, uses: usesOf(header) }
    return { ...table, choice, isRemembered: false, isCorrected: true }
  })
}

/** Another header for a table, with the uses that it says. */
export const setHeader = (
  tables: readonly IncomingTable[],
  key: string,
  headerOf: (table: TableChoice['table']) => TableHeader | undefined,
  task: ListTask,
): IncomingTable[] =>
  tables.map((table) => {
    if (table.key !== key) return table
    const header = headerOf(table.choice.table)
    const uses = header ? proposeUses(header.labels, task) : []
    return {
      ...table,
      choice: { ...table.choice, header, uses, taken: header !== undefined },
      isRemembered: false,
      isCorrected: true,
    }
  })

/** The header as the program finds it. */
export const automaticHeader =
  (task: ListTask) =>
  (table: TableChoice['table']): TableHeader | undefined =>
    findTableHeader(table, task)

/** What is worth remembering for next time: columns that the clerk corrected, or had corrected before. */
export function toRemember(tables: readonly IncomingTable[]): RememberedColumns[] {
  const remembered = new Map<string, RememberedColumns>()
  for (const { choice, isRemembered, isCorrected } of tables) {
    if (!choice.taken || !choice.header || !(isRemembered || isCorrected)) continue
    if (choice.header.first === noHeader) continue
    const headers = headerKey(choice.header.labels)
    remembered.set(headers, { headers, uses: choice.uses })
  }
  return [...remembered.values()]
}
