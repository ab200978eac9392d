import { bareLabel, plainLabel } from '../text/header-label.ts'
import { joint } from './column-claims.ts'
import type { SkipReason } from './import-report.ts'
import { dataText, isBlankLine, type OwnCell, ownCells, type UsedColumns } from './own-cells.ts'
import type { RawLine, RawTable } from './raw-table.ts'
import type { TableHeader } from './table-header.ts'

/** A line that is no blank one: a row of the list, or why it is none. */
export interface SortedLine {
  readonly line: RawLine
  /** Undefined for a row of the list. */
  readonly reason: SkipReason | undefined
}

/** A row has so many filled cells that one odd word among them makes it nothing else. */
const fullRow = 3

const example = '(?:填写|填报|填表)?(?:示例|样例|范例)|举例|例如?'
const exampleCell = new RegExp(String.raw`^[(\[【<]?(?:${example})\d*[)\]】>]?[:.、]?$`, 'u')
const exampleName = new RegExp(String.raw`^(?:[(\[【<](?:${example})\d*[)\]】>]|(?:${example})\d*:)`, 'u')
const total =
  /^(?:(?:本?[页表]|全[市县区省])?(?:合计|总计|小计|共计|总数)(?:数|数量)?(?:\([^()]*\))?[:]?[共\d.个项场次人条名]*|共(?:计|有)?\d+[个项场次条](?:活动)?|.{2,12}(?:小计|合计))[。.]?$/u
const signer =
  '(?:填[表报]|制表|审[核批签]|经办|报送|上报|联系|负责|联络|单位负责|部门负责|主管|分管)(?:人员?|领导|者)|(?:主要|分管|主管|单位|部门)?(?:领导|负责人)|(?:联系|办公)?电话|手机|(?:填[报表]|报送|上报|申报|推荐|提供)(?:单位|部门)|单位|(?:填[报表]|报送|上报|制表)?(?:日期|时间)|签[字名章]|[盖公]章'
const signature = new RegExp(
  String.raw`^(?:(?:${signer})(?:\([^()]*\))?[:_]|(?:${signer})\((?:签[字名章]|[盖公]章|[盖签]章?处)\)|\(?(?:单位|部门|加)?(?:[盖公签]章|签字)\)?[:]?$|.{2,30}\((?:盖章|公章|签章|章)\)[:]?$|(?!\d{4}年\d+月\d+日)\d{0,4}年\d{0,2}月\d{0,2}日$)`,
  'u',
)
const wholeDay = /^(?:填[报表]日期:?)?20\d\d年\d{1,2}月\d{1,2}日$/u
const noteWord =
  /^(?:\*|※|★)?(?:附?注\d?|备注|说明|(?:填[表报写]|有关)(?:说明|要求|须知)|注意事项?|要求)(?:[:.]|$)/u
const remark = new RegExp(String.raw`${noteWord.source}|^[※★]|^\*[^*]`, 'u')
const section = /^(?:\(?[一二三四五六七八九十]+[)、.]|第[一二三四五六七八九十]+(?:部分|类|章))/u

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** Says of each line of a table what it is. Lines with nothing in them are left out. */
export function sortLines(
  table: Pick<RawTable, 'lines'>,
  header: TableHeader,
  columns: UsedColumns,
): SortedLine[] {
  const headerTexts = header.labels.map((label) => new Set(label.split(joint).map(plainLabel)))
  const titles = new Set(
    table.lines
      .slice(0, Math.max(0, header.first))
      .flatMap((line) => ownCells(line).map(({ text }) => compact(text))),
  )
  let below = false
  return table.lines.flatMap((line, index): SortedLine[] => {
    if (isBlankLine(line)) return []
    if (index < header.first) return [{ line, reason: 'title' }]
    if (index <= header.last || isHeaderAgain(line, headerTexts)) {
      below = false
      return [{ line, reason: 'header' }]
    }
    const cells = ownCells(line)
    if (cells.length === 1 && titles.has(compact(cells[0]?.text ?? ''))) return [{ line, reason: 'title' }]
    const reason = reasonOf(line, cells, columns, below)
    if (reason === 'signature' || (reason === 'remark' && remark.test(compact(cells[0]?.text ?? ''))))
      below = true
    else if (reason === undefined && filled(cells, columns).length >= fullRow) below = false
    return [{ line, reason }]
  })
}

const filled = (cells: readonly OwnCell[], { data }: UsedColumns): OwnCell[] =>
  cells.filter(({ column }) => data.has(column))

/** The header on the next printed page, or the row of column numbers below it. */
function isHeaderAgain(line: RawLine, headerTexts: readonly ReadonlySet<string>[]): boolean {
  const cells = ownCells(line)
  const same = cells.filter(({ column, text }) => headerTexts[column]?.has(plainLabel(text)))
  if (same.length >= 2 && same.length * 2 > cells.length) return true
  const numbers = cells.map(({ text }) => /^\(?(\d{1,2})\)?$/u.exec(compact(text))?.[1])
  return (
    numbers.length >= fullRow &&
    numbers.every((number, index) => Number(number) === Number(numbers[0]) + index) &&
    Number(numbers[0]) <= 1
  )
}

function reasonOf(
  line: RawLine,
  cells: readonly OwnCell[],
  columns: UsedColumns,
  below: boolean,
): SkipReason | undefined {
  const [first] = cells
  if (first === undefined) return 'no-activity'
  const own = filled(cells, columns)
  const inherits = line.cells.some(
    (cell, column) =>
      columns.data.has(column) && dataText(cell) !== '' && !own.some((one) => one.column === column),
  )
  if (isExample(cells)) return 'example'
  if (isTotal(first, own)) return 'total'
  if (isSignature(cells, own, columns, inherits)) return 'signature'
  if (!inherits && isRemark(first, cells, own, columns, below)) return 'remark'
  if (own.length === 0) return 'no-activity'
  const numbersOnly = own.length === 1 && /^\d{1,4}[.、]?$/u.test(compact(own[0]?.text ?? ''))
  return numbersOnly && !inherits ? 'no-activity' : undefined
}

/** The word stands alone in one of the first two cells, or before the name: “示例课展示” is an activity. */
const isExample = (cells: readonly OwnCell[]): boolean =>
  exampleCell.test(compact(cells[0]?.text ?? '')) ||
  cells.slice(0, 2).some(({ text }) => exampleName.test(compact(text)))

function isTotal(first: OwnCell, own: readonly OwnCell[]): boolean {
  if (!total.test(compact(first.text))) return false
  const others = own.filter(
    (cell) => cell.column !== first.column && !/^[\d.,]+\D{0,3}$/u.test(compact(cell.text)),
  )
  return others.filter(({ text }) => !total.test(compact(text))).length < fullRow - 1
}

/** Whoever signs: at least as many labels as there are other texts, so that 联系人：张三 in a row is none. */
function isSignature(
  cells: readonly OwnCell[],
  own: readonly OwnCell[],
  { data }: UsedColumns,
  inherits: boolean,
): boolean {
  const [only] = cells
  const isLabel = ({ text }: OwnCell) => signature.test(compact(text))
  const isDay = ({ text }: OwnCell) => wholeDay.test(compact(text))
  if (only === undefined || !(isLabel(only) || isDay(only))) return false
  const labels = cells.filter(isLabel)
  if (labels.length === 0) return cells.length === 1 && !inherits && !data.has(only.column)
  const others = cells.filter((cell) => !labels.includes(cell) && !isDay(cell))
  return others.length <= labels.length && (!inherits || own.length === 0 || others.length === 0)
}

function isRemark(
  first: OwnCell,
  cells: readonly OwnCell[],
  own: readonly OwnCell[],
  { data, sequence }: UsedColumns,
  below: boolean,
): boolean {
  const beside = own.filter(({ column }) => column !== first.column).length
  const text = compact(first.text)
  // A star may also stand before the name of an activity, beside its time or place.
  if (beside === 0 ? remark.test(text) : beside === 1 && noteWord.test(text)) return true
  if (cells.length > 0 && cells.every((cell) => bareLabel(cell.text) === '')) return true
  if (cells.length !== 1) return false
  const merged = first.width >= Math.min(3, Math.max(2, Math.ceil(data.size / 2)))
  const noNumber = sequence.has(first.column) && !/^[\d.、()-]+$/u.test(text)
  return merged || noNumber || section.test(text) || below
}
