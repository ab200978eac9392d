import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'

/** What a county sends, cell by cell under its header. */
type Columns = readonly (readonly [string, (row: number, file: number) => string | number])[]

const day = (row: number) => 17 + (row % 7)
const name = (row: number, file: number) => `科普活动第${file + 1}组第${row + 1}场`
const place = (row: number, file: number) => `第${file + 1}街道${row + 1}号文化广场`
const host = (_: number, file: number) => `沈阳市第${file + 1}区科学技术协会`
const brief = (row: number) =>
  `组织科技志愿者开展第${row + 1}场科普讲座和互动体验，面向社区居民普及科学知识。`
const mobile = (row: number, file: number) => `139${String(file * 1000 + row).padStart(8, '0')}`

/** Four layouts in turn: our own columns, other words, times as true dates in two columns, name and phone in one. */
const layouts: readonly Columns[] = [
  [
    ['序号', (row) => row + 1],
    ['活动名称', name],
    ['活动时间', (row) => `9月${day(row)}日`],
    ['活动地点', place],
    ['主办单位', host],
    ['活动内容简介', brief],
    ['联系人', () => '张三'],
    ['联系电话', mobile],
  ],
  [
    ['项目名称', name],
    ['责任单位', host],
    ['起止时间', (row) => `2023.9.${day(row)}-${day(row)}`],
    ['举办地点', place],
    ['主要内容', brief],
    ['联络员', () => '李四'],
    ['手机号码', (row, file) => Number(mobile(row, file))],
  ],
  [
    ['活动主题', name],
    // Excel's serial number of 17 September 2023 is 45186.
    ['开始时间', (row) => 45169 + day(row)],
    ['结束时间', (row) => 45169 + day(row)],
    ['活动地点', place],
    ['主办', host],
    ['活动简介', brief],
    ['联系人', () => '王五'],
    ['电话', mobile],
  ],
  [
    ['活动名称', name],
    ['时间', (row) => `9月${day(row)}日上午`],
    ['地点', place],
    ['主办单位', host],
    ['内容', brief],
    ['联系人及电话', (row, file) => `赵六 ${mobile(row, file)}`],
  ],
]

/** Writes workbooks as counties send them, each with title, header, rows and a signature below. @returns rows of activities */
export async function makeTables(folder: string, files: number, rows: number): Promise<number> {
  await mkdir(folder, { recursive: true })
  for (let file = 0; file < files; file += 1) {
    const columns = layouts[file % layouts.length] ?? []
    const lines = [
      ['附件2'],
      ['2023年科普日计划开展重点活动清单'],
      columns.map(([label]) => label),
      ...Array.from({ length: rows }, (_, row) => columns.map(([, cell]) => cell(row, file))),
      ['填报人：张三', '', '审核人：李四'],
    ]
    const workbook = utils.book_new(utils.aoa_to_sheet(lines), '清单')
    const content = write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
    await writeFile(path.join(folder, `${String(file + 1).padStart(2, '0')}区.xlsx`), content)
  }
  return files * rows
}
