import type { SkipReason } from '../../../../shared/lists/import-report.ts'
import { clipped, grouped, namesText } from '../../../../shared/wording/measures.ts'
import { skipReasonNames } from '../../../../shared/wording/skip-reason-names.ts'
import type { TableState } from './incoming-tables.ts'

const stateNames = {
  recognised: '已认出',
  unsure: '需要确认',
  'no-header': '没认出表头',
  hidden: '隐藏的表（未选）',
  'left-out': '不导入',
} as const satisfies Record<TableState, string>

/** Sentences of taking tables in. */
export const words = {
  chooseFiles: '选择文件',
  chooseFolder: '选择文件夹',
  addTables: '导入表格',
  addTablesHint: '可以一次选很多个：Excel、WPS 表格、CSV、Word',
  addFolder: '导入文件夹',
  addFolderHint: '读出文件夹里的全部表格',
  reports: '导入报告',
  reportsHint: '每次导入读了哪些、跳过了哪些',

  title: '导入表格',
  lead: '左边看每张表认得对不对，右边可以改；认对了就点“导入”。',
  nothingTitle: '没有读出表格',
  nothingWhy: '请把县区发来的 Excel、WPS 表格、CSV 或 Word 文件拖进来。',
  understood: '知道了',
  notTables: (names: readonly string[]) =>
    names.length === 1
      ? `${namesText(names)}不是表格，没有读`
      : `有 ${grouped(names.length)} 个文件不是表格，没有读：${namesText(names, 3)}`,
  notLookedInto: (places: readonly string[]) =>
    `有 ${grouped(places.length)} 处打不开，没有读：${namesText(places, 3)}`,
  tables: '文件和表',
  tablesCount: (files: number, tables: number) => `${grouped(files)} 个文件，${grouped(tables)} 张表`,
  toConfirm: (count: number) => `，${grouped(count)} 张需要确认`,
  state: (state: TableState) => stateNames[state],
  unread: '读不了',
  unreadFiles: (count: number) => `，${grouped(count)} 个读不了`,
  taken: (rows: number) => `${grouped(rows)} 行`,
  lines: (lines: number) => `共 ${grouped(lines)} 行`,
  take: (name: string) => `导入 ${name}`,
  wholeFile: '整个文件',

  headerAt: '表头在',
  headerRow: (first: number, last: number) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  headerLine: (row: number, text: string) => `第 ${row} 行：${clipped(text, 40) || '（空）'}`,
  headerAuto: '自动识别',
  noHeaderAtAll: '这张表没有表头，第一行就是活动',
  noHeaderShort: '没有表头',
  chooseHeader: '请选择哪一行是表头',
  noHeaderWhy:
    '没有认出表头。表头是写着“活动名称、活动时间”的那一行：下面如果有，请点它；如果第一行就是活动，请在右上角选“没有表头”，再说明各列是什么。',
  firstLines: '这张表的前几行',
  isHeader: '这行是表头',
  remembered: '这种表头您以前改过，已照上次的办法对应。',
  automatic: '恢复自动识别',
  together: (count: number) => `同样表头的其他 ${grouped(count)} 张表也这样对应`,
  missing: (labels: readonly string[]) =>
    `没有找到：${labels.join('、')}。没有${labels.length > 1 ? '这些列' : '这一列'}也能导入，之后在表里补；如果表里有，请在下面选出来。`,
  hiddenWhy: '这张表在文件里是隐藏的，先没有选。需要的话请勾上。',
  leftOutWhy: '这张表不导入。需要的话请勾上。',
  takeIt: '导入这张表',
  hiddenLines: (count: number) => `表里有 ${grouped(count)} 行是隐藏的（多半是筛选造成的），也一起读了。`,

  columns: '这张表的列',
  samples: '表里写的',
  means: '对应清单的哪一列',
  columnMeans: (header: string) => `“${header}”对应清单的哪一列`,
  noLabel: (column: string) => `（${column}列，没有表头）`,
  notUsed: '不用这一列',
  usedBy: (header: string) => `“${clipped(header, 8)}”列在用`,
  groups: {
    required: '必填',
    others: '其他',
    optional: '可选列',
    composite: '合在一格或分成两列',
  },

  preview: '导入后的样子',
  previewMore: (shown: number, all: number) => `前 ${shown} 行，共 ${grouped(all)} 行`,
  previewNone: '这张表里没有读到活动',
  original: (text: string) => `原来写的是：${text}`,
  changedHint: '带点线的是整理过的，鼠标停在上面看原来写的',
  skippedLines: (count: number) => `跳过了 ${grouped(count)} 行`,
  skippedLine: (row: number) => `第 ${row} 行`,
  reason: (reason: SkipReason) => skipReasonNames[reason],
  reasons: (counts: readonly (readonly [SkipReason, number])[]) =>
    counts.map(([reason, count]) => `${skipReasonNames[reason]} ${grouped(count)}`).join('，'),

  read: (count: number) => `读到 ${grouped(count)} 行`,
  kept: (count: number) => `新增 ${grouped(count)}`,
  merged: (count: number) => `合并 ${grouped(count)}`,
  mergedWhy: '名称、时间、地点都一样的，只留一行，记下各自的出处',
  skipped: (count: number) => `跳过 ${grouped(count)}`,
  showColumns: (labels: readonly string[]) => `显示这些可选列：${labels.join('、')}`,
  cancel: '不导入',
  apply: (count: number) => `导入 ${grouped(count)} 项`,
  applyMerged: (count: number) => `合并 ${grouped(count)} 行`,
  nothingToTake: '没有可以导入的',
  allKnown: '清单里都有了',
  giveUpAsk: '不导入了吗？',
  giveUpAdvice: '刚才改过的对应关系不会留下。',
  giveUp: '不导入',
  goOn: '继续',

  done: (kept: number, merged: number) =>
    [`已导入 ${grouped(kept)} 项`, merged > 0 && `合并 ${grouped(merged)} 行重复`].filter(Boolean).join('，'),
  seeReport: '查看导入报告',
  alike: (pairs: number) => `有 ${grouped(pairs)} 处可能重复，去查看`,

  reportTitle: '导入报告',
  noReports: '还没有导入过表格',
  whichImport: '哪一次导入',
  importAt: (at: string, kept: number) => `${at}　导入 ${grouped(kept)} 项`,
  filesRead: '读了哪些文件',
  fileLine: (read: number, kept: number) => `读到 ${grouped(read)} 行，新增 ${grouped(kept)} 项`,
  reportText: '原来写的',
  mergedInto: (place: string) => `与 ${place}相同`,
  mergedName: '合并的重复行',
  mergedIntoList: '与清单里已有的相同',
  file: '文件',
  sheet: '表',
  row: '行',
  outcome: '结果',
  copyReport: '复制成表格',
  copyReportWhat: '导入报告',
  close: '关闭',
} as const
