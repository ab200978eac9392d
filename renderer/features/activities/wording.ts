import type { Field } from '../../../shared/notice/field.ts'
import type { Origin } from '../../../shared/project/origin.ts'
import { grouped } from '../../../shared/wording/measures.ts'
import type { RowFilter } from './rows/shown-rows.ts'

const ways: Readonly<Partial<Record<Field['type'], Readonly<Record<'up' | 'down', string>>>>> = {
  'activity-time': { up: '从早到晚', down: '从晚到早' },
  'partial-date': { up: '从早到晚', down: '从晚到早' },
  number: { up: '从小到大', down: '从大到小' },
  choice: { up: '按选项顺序', down: '按选项倒序' },
  phone: { up: '从小到大', down: '从大到小' },
}
const bySound = { up: '按拼音 A 到 Z', down: '按拼音 Z 到 A' } as const
const wayText = ({ type }: Field, way: 'up' | 'down'): string => (ways[type] ?? bySound)[way]

export const filterNames = {
  all: '全部',
  bad: '有问题',
  incomplete: '没填全',
  fine: '可报送',
} as const satisfies Record<RowFilter, string>

/** Where a row was read: 浑南区.xlsx · Sheet1 · 第 5 行. */
export const originText = ({ file, sheet, row }: Origin): string =>
  [file, sheet, `第 ${row} 行`].filter(Boolean).join(' · ')

/** Sentences of a task that is a list. */
export const words = {
  // Sheet
  sheet: (task: string) => `${task}的表格`,
  sheetHelp:
    '按 Esc 再按 Tab 离开表格，按 F2 修改或打开选项，按 Alt+↑、Alt+↓ 移动选中的行，按 F8 到下一个问题',
  row: (number: number) => `第${number}行`,
  cell: (field: string, number: number, text: string) => `${field}，第 ${number} 行${text && `，${text}`}`,
  numberColumn: '序号',
  rowHead: '点这里选中整行',
  required: '必填',
  pleaseFill: (label: string) => `请填${label}`,
  openChoices: (label: string) => `选择${label}（F2）`,
  keptBecause: (sentence: string, reason: string) => `${sentence}（已说明原因：${reason}）`,
  // What was done
  removed: (count: number) => `已删除 ${grouped(count)} 行`,
  cleared: (rows: number) => `已清空 ${grouped(rows)} 行里选中的格`,
  filled: (rows: number) => `已填到 ${grouped(rows)} 行`,
  nothingAbove: '上面一格和这里一样，没有要填的',
  pasted: (changed: number, added: number, beyond: number) =>
    [
      changed > 0 && `改了 ${grouped(changed)} 行`,
      added > 0 && `新加 ${grouped(added)} 行`,
      beyond > 0 && `右边多出的 ${grouped(beyond)} 格没有地方放`,
    ]
      .filter(Boolean)
      .join('，')
      .replace(/^/, '已粘贴：'),
  nothingPasted: '粘贴的内容和现有的一样',
  added: (count: number) => `已加入 ${grouped(count)} 项活动`,
  sorted: ({ label, ...field }: Field, way: 'up' | 'down') =>
    `已把整张清单按${label}${wayText({ label, ...field }, way).replace(/^按/, '，')}排好`,
  sortedAlready: '已经是这个顺序了',
  // Toolbar
  tools: '表格工具',
  addRow: '加一行',
  addRowKey: '在下面加一行（Ctrl+Enter 或 Insert）',
  removeRow: (count: number) => (count > 1 ? `删除 ${grouped(count)} 行` : '删除行'),
  up: '上移',
  upKey: '把选中的行上移（Alt+↑）',
  down: '下移',
  downKey: '把选中的行下移（Alt+↓）',
  sort: '排序',
  sortBy: (field: Field, way: 'up' | 'down') => wayText(field, way),
  columnsTitle: '除了固定的栏目，还要哪些',
  columnsOf: (on: number) => (on > 0 ? `栏目 +${on}` : '栏目'),
  columnFilled: (count: number) => `已填 ${grouped(count)} 行`,
  export: '导出',
  exportList: '导出 Excel…',
  exportListHint: '按现在的样子写成表格，不管合不合格',
  exportFindings: '导出问题清单…',
  exportFindingsHint: '发给填表的同事，照着改',
  filterLabel: '显示哪些行',
  filterAgain: '改过的行先留在这里，再点一次就重新筛选',
  search: '查找活动、单位、来源文件',
  showAll: '显示全部',
  nothingShown: '没有符合条件的行',
  nothingShownWhy: (query: string, filter: RowFilter, finding: string) =>
    [
      query !== '' && `查找“${query}”`,
      filter !== 'all' && `只看“${filterNames[filter]}”`,
      finding !== '' && `只看“${finding}”`,
    ]
      .filter(Boolean)
      .join('，'),
  details: '看问题和来源',
  closeDetails: '关闭',
  // Problems
  next: '下一个问题',
  nextKey: '下一个有问题的格（F8）',
  previous: '上一个',
  previousLabel: '上一个问题',
  previousKey: '上一个有问题的格（Shift+F8）',
  problems: (rows: number) => `有问题的活动 ${grouped(rows)} 项`,
  // Pane
  pane: '详情',
  backToBoard: '看还差什么',
  untitled: '还没有写名称',
  place: (number: number, total: number) => `第 ${number} 行，共 ${grouped(total)} 行`,
  empty: '（空）',
  findings: '检查结果',
  sound: '这一行没有问题，可以报送',
  from: '来自',
  typed: '这一行是在这里填写的',
  several: (count: number) => `${count} 份表里都有这一项，已合成一行：`,
  wrote: (text: string) => `原表写的是：${text}`,
  wroteIn: (label: string, text: string) => `${label}，原表写的是：${text}`,
  yearAssumed: (year: number) => `没有写年份，按 ${year} 年报送`,
  selectedRows: (count: number) => `选中 ${grouped(count)} 行`,
  selectedAdvice: 'Ctrl+D 把第一行的内容填到下面；Delete 清空选中的格；Alt+↑、Alt+↓ 移动选中的行。',
  // Mends
  changeTo: (text: string) => `改为 ${text}`,
  sameAsAbove: (text: string) => `与上一行相同：${text}`,
  changed: '改好了',
  edit: '去改这一格',
  goRow: (number: number) => `看第 ${number} 行`,
  removeThis: '删去这一行',
  compare: '比一比…',
  // Page
  emptyTitle: '把各单位报来的表格拖到这里',
  emptyHow: 'Excel、WPS 表格、Word 里的表格、CSV 都可以，一次拖很多个也行。原来的表格不会被改动。',
  emptyPaste: '也可以在 Excel 里选中、复制，回到这里按 Ctrl+V 粘贴。',
  emptyNew: '新建一行，自己填写',
  emptyAsk: '通知要求',
  emptyNeed: (unitClass: string, bound: string) => `${unitClass}要报${bound}`,
  emptyFields: (labels: readonly string[]) => `每项活动要写明${labels.join('、')}`,
  pastedFile: '粘贴的表格',
  pastedNothing: '剪贴板里没有表格。请在 Excel 里选中要粘贴的行，复制后再来。',
  footerEmpty: '还没有活动',
  footerJudging: '正在检查…',
  footerReady: '都齐了，可以打包',
  footerMissing: '还差：',
  footerUnit: '单位信息没填全',
  footerBad: (count: number) => `${grouped(count)} 项有错`,
  footerIncomplete: (count: number) => `${grouped(count)} 项没填全`,
  footerShort: (count: number) => `再补 ${grouped(count)} 项`,
  footerBoard: '看还差什么',
  saved: '边填边存，不用另外保存',
} as const
