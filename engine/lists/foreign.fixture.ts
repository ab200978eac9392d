import ExcelJS from 'exceljs'
import { cellString } from '../../shared/lists/raw-table.ts'
import { listCells } from '../../shared/packing/list-cells.ts'
import { shenyang } from '../../shared/rules/submission.fixture.ts'
import { partsOf } from '../documents/parts.fixture.ts'
import { rewriteZip } from '../documents/rewrite-zip.ts'
import { fillForeign } from './fill-foreign.ts'
import { activities, activityRows, blankOf, tablesOf } from './list.fixture.ts'
import { proveList } from './prove-list.ts'
import { templateTables } from './template-tables.ts'

const now = new Date('2023-08-20T02:00:00Z')

/** A template with so many activities in it, read again and compared with what it was. */
export async function filled(
  template: Buffer,
  count: number,
  change: (fields: Record<string, string>) => void = () => undefined,
) {
  const blank = await blankOf(template)
  const submitted = activityRows(count)
  for (const { fields } of submitted) change(fields)
  const rows = submitted.map((row, index) => listCells(row, index + 1, blank.uses, activities))
  const filling = { task: activities, rows, unit: shenyang, now }
  const { content, ready, inserted } = fillForeign(template, blank, filling)
  const ground = { tables: await templateTables(template, 'x'), blank, unit: shenyang, ready, inserted }
  const below = await proveList({ content, spot: blank }, rows, activities, 'x.xlsx', ground)
  return { content, below, blank, ready }
}

export const header = [
  '序号',
  '活动名称',
  '活动时间',
  '活动地点',
  '主办单位',
  '活动内容简介',
  '联系人',
  '联系电话',
  '审核意见',
]

/** A workbook of one sheet, 表, as some office may have made it. */
export async function madeTemplate(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('表'))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

export function addBorders(sheet: ExcelJS.Worksheet, first: number, last: number): void {
  for (let row = first; row <= last; row += 1)
    for (const column of header.keys())
      sheet.getCell(row, column + 1).border = { left: { style: 'thin' }, bottom: { style: 'thin' } }
}

/** Changes the sheet's part, as other programs would have written it. */
export const withSheet = (content: Buffer, change: (xml: string) => string): Buffer =>
  rewriteZip(content, now, (name, text) => (name === sheetPart ? change(text()) : undefined))

export const sheetOf = async (content: Buffer): Promise<string> =>
  (await partsOf(content)).get(sheetPart) ?? ''

const sheetPart = 'xl/worksheets/sheet1.xml'

/** The texts of the first sheet by row, blank ones left out. */
export async function textsOf(content: Buffer): Promise<Map<number, string[]>> {
  const [table] = await tablesOf(content)
  return new Map((table?.lines ?? []).map(({ row, cells }) => [row, cells.map(cellString).filter(Boolean)]))
}
