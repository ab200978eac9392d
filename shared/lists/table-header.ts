import { bareLabel, plainLabel } from '../text/header-label.ts'
import { withoutBreaks } from '../text/joined-lines.ts'
import { assignUses, joint, meaningsOf, type Proposal } from './column-claims.ts'
import type { ColumnUses } from './columns.ts'
import { type Vocabulary, vocabularyOf } from './header-words.ts'
import { type ListTask, nameField } from './list-task.ts'
import { cellString, type RawCell, type RawLine, type RawTable } from './raw-table.ts'

export type { ListTask } from './list-task.ts'

/** Where a table's header stands. */
export interface TableHeader {
  /**
   * Indexes into the table's lines, both included: a header may have two rows or three. Both -1 where the table has none
   * and the clerk says what its columns are.
   */
  readonly first: number
  readonly last: number
  /** Header text by column; of a header in two rows both texts, `联系方式／手机`, one where they are the same. */
  readonly labels: readonly string[]
}

/** Titles, numbers of annexes and who reports stand above the header; it comes within so many lines. */
const firstLines = 15
const mostRows = 3
/** A header says 活动名称; a row of data may only have 项目 in a text, and its other texts may be words by chance. */
const nameWeight = 9

/** The best header among a table's first lines; undefined where no line looks like one. */
export function findTableHeader(table: RawTable, task: ListTask): TableHeader | undefined {
  const vocabulary = vocabularyOf(task)
  const name = nameField(task)
  const candidates: Candidate[] = []
  for (let rows = 1; rows <= mostRows; rows += 1) {
    for (let first = 0; first < Math.min(firstLines, table.lines.length - rows + 1); first += 1) {
      const lines = table.lines.slice(first, first + rows)
      if (!lines.slice(0, -1).every(canBeUpper) || lines.some((line) => looksLikeData(line, vocabulary)))
        continue
      const proposal = propose(labelsOf(lines), vocabulary, true)
      const fields = new Set(proposal?.uses.flatMap((use) => use?.field ?? []))
      if (proposal === undefined || fields.size < 2 || name === undefined || !fields.has(name)) continue
      // A second row must add something.
      const score = proposal.score + (proposal.sure.has(name) ? nameWeight : 0)
      candidates.push({ first, last: first + rows - 1, score, fields: fields.size })
    }
  }
  const chosen = firstTable(candidates)
  if (chosen === undefined) return undefined
  const { first, last } = withMergedRows(table.lines, chosen.first, chosen.last)
  return { first, last, labels: labelsOf(table.lines.slice(first, last + 1)) }
}

interface Candidate {
  readonly first: number
  readonly last: number
  readonly score: number
  /** How many fields it names. */
  readonly fields: number
}

/** So many fields make a line above another header the header of a table of its own. */
const ownTable = 3

/** The best header, unless one with rows below it stands further up: several tables may stand under one another. */
function firstTable(candidates: readonly Candidate[]): Candidate | undefined {
  const best = (from: readonly Candidate[]) =>
    from.reduce<Candidate | undefined>(
      (one, other) => (other.score > (one?.score ?? 0) ? other : one),
      undefined,
    )
  let chosen = best(candidates)
  for (;;) {
    const { first } = chosen ?? { first: 0 }
    const above = best(candidates.filter(({ last, fields }) => last + 1 < first && fields >= ownTable))
    if (above === undefined) return chosen
    chosen = above
  }
}

/** Header texts as one key: tables with equal keys have equal columns. */
export const headerKey = (labels: readonly string[]): string => labels.map(plainLabel).join('\t')

/** What each column probably holds, by the notice's synonyms; each field at most once. */
export const proposeUses = (labels: readonly string[], task: ListTask): ColumnUses =>
  propose(labels, vocabularyOf(task), false)?.uses ?? labels.map(() => null)

/** With `strict`, nothing where the lowest line looks like a row of data below its header. */
function propose(labels: readonly string[], vocabulary: Vocabulary, strict: boolean): Proposal | undefined {
  const uppers = labels.map((label) => label.split(joint).slice(0, -1).join(joint))
  const columns = labels.map((label, column) => {
    const upper = uppers[column] ?? ''
    const shared = upper !== '' && (uppers[column - 1] === upper || uppers[column + 1] === upper)
    const found = meaningsOf(label, shared, vocabulary)
    return { ...found, dataBelow: found.byUpper && !shared }
  })
  if (strict && columns.some(({ dataBelow }) => dataBelow)) return undefined
  return assignUses(columns.map(({ meanings }) => meanings))
}

/** Header texts by column, from the upper line down, each once. */
export function labelsOf(lines: readonly RawLine[]): string[] {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length))
  const labels = Array.from({ length: width }, (_, column) => {
    const texts = lines
      .map(({ cells }) => tidy(cellString(cells[column])))
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    return texts.join(joint)
  })
  while (labels.at(-1) === '') labels.pop()
  return labels
}

/** What is longer is no header; a cell may hold 32,767 characters of anything. */
const longestLabel = 200

/** One line; spaces that only spread a word (序 号) go. */
const tidy = (text: string): string =>
  withoutBreaks(text.trim().slice(0, longestLabel))
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replaceAll(joint, '/')

const cellFrom = (cell: RawCell | undefined) => (typeof cell === 'object' ? cell.from : undefined)

/** A title merged over the table and a line of particulars (填报单位：…) are no part of a header. */
function canBeUpper({ cells }: RawLine): boolean {
  const texts = new Set(cells.map((cell) => cellString(cell).trim()).filter((text) => text !== ''))
  return texts.size > 1 && ![...texts].some((text) => /[:：]/u.test(text))
}

/** Phone numbers and days stand in rows, not in headers; hints in brackets may name them. */
const looksLikeData = ({ cells }: RawLine, vocabulary: Vocabulary): boolean =>
  cells.some((cell) => {
    const text = cellString(cell).trim().slice(0, longestLabel)
    return (
      /\d{7}|\d月\d{1,2}[日号]|^\d{4}[-./]\d/u.test(bareLabel(text)) &&
      vocabulary.containing(text).length === 0
    )
  })

/** Cells merged over several lines belong to the header as a whole, also where one line alone says it all. */
function withMergedRows(
  lines: readonly RawLine[],
  first: number,
  last: number,
): { readonly first: number; readonly last: number } {
  const hangs = (index: number): boolean =>
    lines[index]?.cells.some(
      (cell, column) =>
        cellFrom(cell) === 'above' &&
        cellString(cell) !== '' &&
        cellString(cell) === cellString(lines[index - 1]?.cells[column]),
    ) ?? false
  let [top, bottom] = [first, last]
  while (top > 0 && bottom - top + 1 < mostRows && hangs(top)) top -= 1
  while (bottom - top + 1 < mostRows && hangs(bottom + 1)) bottom += 1
  return { first: top, last: bottom }
}
