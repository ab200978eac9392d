import type { Facts } from '../../../shared/facts.ts'
import type { Bound } from '../../../shared/notice/bound.ts'
import type { Task } from '../../../shared/notice/task.ts'
import type { QuotaStanding } from '../../../shared/packing/quota.ts'
import { formatsText } from '../../../shared/wording/format-names.ts'
import { kindNames } from '../../../shared/wording/kind-names.ts'
import { boundText, dateText, grouped, pixelsText, unitText } from '../../../shared/wording/measures.ts'
import type { JobProgress } from '../../state/jobs.ts'
import type { ItemFilter } from '../../state/task-view.ts'
import { clockText } from '../../ui/clock-text.ts'
import { sizeText } from '../../../shared/wording/size-text.ts'
import type { Asked } from './asked.ts'

const edges = { long: '长边', short: '短边', width: '宽', height: '高' } as const

/** Playing time as a bound says it: 2 分钟, 1 分 30 秒. */
function timeText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest} 秒`
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`
}

function limitText(limit: Asked['limits'][number]): string {
  switch (limit.kind) {
    case 'bytes':
      return boundText(limit.bound, (value) => unitText(value, limit.unit), '不小于')
    case 'pixels':
      return `${boundText(limit.bound, pixelsText)}像素`
    case 'edge':
      return `${edges[limit.edge]}${boundText(limit.bound, (value) => `${value} 像素`)}`
    case 'duration':
      return boundText(limit.bound, timeText)
  }
}

const roughPixels = (pixels: number): string =>
  pixels < 10_000 ? `${pixels}像素` : `${Math.floor(pixels / 10_000)}万像素`

/** A file's measures, in short: 3.61 MB, 1200万像素. */
export function factsTexts({ bytes, kind, width, height, duration }: Facts): string[] {
  const second =
    kind === 'video'
      ? duration !== undefined && clockText(duration)
      : width !== undefined && height !== undefined && roughPixels(width * height)
  return second ? [sizeText(bytes), second] : [sizeText(bytes)]
}

/** Where a submission goes: 384425222@qq.com（邹畅）. */
export const recipientText = (recipients: Task['recipients']): string =>
  recipients
    .map((one) =>
      one.channel === 'mail' && one.person !== '' ? `${one.address}（${one.person}）` : one.address,
    )
    .join('、')

export const filterNames = {
  all: '全部',
  bad: '有问题',
  incomplete: '缺说明',
  fine: '可报送',
  'left-out': '不报送',
} as const satisfies Record<ItemFilter, string>

const stages: Readonly<Record<JobProgress['stage'], string>> = {
  receive: '正在接收文件',
  walk: '正在查看文件夹',
  read: '正在读取表格',
  probe: '正在检测',
  write: '正在写入',
  verify: '正在核对',
  print: '正在生成PDF',
  samples: '正在制作示例',
}

/** Sentences of a task's page. */
export const words = {
  sendTo: (to: string) => `发往 ${to}`,
  until: (date: string, time: string | undefined) =>
    `${dateText(date).replace(/^\d+年/, '')}${time ? ` ${time}` : ''}截止`,
  asked: ({ kind, formats, limits }: Asked) =>
    [
      `${kindNames[kind]}${formats.length > 0 ? ` ${formatsText(formats)}` : ''}`,
      ...limits.map(limitText),
    ].join('，'),
  images: (count: number) => `图片 ${grouped(count)}`,
  videos: (count: number) => `视频 ${grouped(count)}`,
  total: (have: number, need: number | undefined, measure = '') =>
    `共 ${grouped(have)}${need === undefined ? '' : `／${grouped(need)}`}${measure && ` ${measure}`}`,
  repeated: (count: number) => `减去重复 ${grouped(count)}`,
  repeatedWhy: '同一个文件只算一个',
  met: '数量够了',
  short: (count: number, measure = '') => `还差 ${count}${measure && ` ${measure}`}`,
  outside: '数量不对',
  quotaLabel: ({ unitClass, bound, measure }: QuotaStanding) =>
    `${unitClass}${boundText(bound, String)} ${measure}`,
  addFolder: '添加文件夹',
  addFiles: '添加文件',
  undo: '撤销',
  redo: '重做',
  undoKey: '撤销刚才的修改（Ctrl+Z）',
  redoKey: '重做（Ctrl+Y）',
  filterLabel: '显示哪些文件',
  search: '查找文件名、题目、说明',
  searchKey: 'Ctrl+F',
  onlyCode: (name: string) => `只看：${name}`,
  showAll: '显示全部',
  chosenHidden: (count: number) => `其中 ${grouped(count)} 个现在没有显示`,
  fillEmpty: '请先填写内容',
  fillKnown: '已经写过的：',
  chosen: (count: number) => `已选 ${grouped(count)} 个`,
  fillTogether: '统一填写…',
  remove: '移除',
  unselect: '取消选择',
  selectAll: '选中列出的全部文件',
  selectOne: (name: string) => `选中 ${name}`,
  files: (title: string) => `${title}的文件`,
  selected: '，已选中',
  pictureColumn: '画面',
  nameColumn: '报送文件名',
  oldNameColumn: '原文件名',
  checkColumn: '检查',
  pleaseFill: '请填写',
  required: '必填',
  cell: (field: string, file: string) => `${field} ${file}`,
  count: (have: number, limit: number) => `${have}/${limit}字`,
  countBare: (have: number) => `${have}字`,
  countDetail: (have: number, characters: number, bound: Bound) =>
    `Word的“字数”是 ${have}，“字符数（不计空格）”是 ${characters}；要求${boundText(bound, (value) => `${value} 字`)}`,
  fine: '合格',
  lacking: (count: number) => `缺 ${count} 项说明`,
  others: (count: number) => `另有 ${count} 处`,
  doubtful: '请核对',
  leftOut: '不报送',
  measuring: '检测中…',
  details: (name: string) => `看 ${name} 的检查结果`,
  measuringLine: (done: number, total: number) => `正在检测 ${grouped(done)}／${grouped(total)}`,
  trouble: (sentence: string) => `检测停下来了：${sentence}`,
  again: '继续检测',
  adding: ({ stage, done, total }: JobProgress) => {
    if (stage === 'receive')
      return `${stages.receive}${total > 0 ? ` ${sizeText(done)}／${sizeText(total)}` : ''}`
    return `${stages[stage]}${total > 0 ? ` ${grouped(done)}／${grouped(total)}` : ''}`
  },
  addingFirst: '正在添加文件…',
  cancel: '取消',
  nothingShown: '没有符合条件的文件',
  nothingShownWhy: (query: string, filter: ItemFilter) =>
    [query !== '' && `查找“${query}”`, filter !== 'all' && `只看“${filterNames[filter]}”`]
      .filter(Boolean)
      .join('，'),
  emptyTitle: (kinds: readonly Asked['kind'][]) =>
    `把${kinds.map((kind) => (kind === 'image' ? '照片' : '视频')).join('和')}拖到这里`,
  emptyHow: '可以拖整个文件夹，也可以一次拖很多文件。原文件不会被改动、改名或移动。',
  emptyNeed: ({ unitClass, bound, measure }: QuotaStanding) =>
    `${unitClass}要报${boundText(bound, String)} ${measure}`,
  emptyAsk: '通知要求',
  emptyFields: (labels: readonly string[]) =>
    `每个文件要写明${labels.join('、')}，可以在这里填，也可以用Excel填`,
  chooseFolder: '选择文件夹',
  chooseFiles: '选择文件',
  trySamples: '用示例试一试',
  removed: (count: number) => `已移除 ${grouped(count)} 个文件，原文件没有动`,
  kept: '保留',
  keptMore: '已说明原因',
  fillNothing: '这一格是空的，没有可以填的内容',
  nothingAbove: '上面一格没有内容可以填下来',
  filled: (field: string, count: number) => `${field}已填到 ${grouped(count)} 个文件`,
  pasted: (files: number, beyond: number) =>
    `已粘贴到 ${grouped(files)} 个文件${beyond > 0 ? `；多出的 ${grouped(beyond)} 格没有地方放` : ''}`,
  nothingPasted: '粘贴的内容和现有的一样，或者没有地方放',
  fillTitle: (count: number) => `给选中的 ${grouped(count)} 个文件统一填写`,
  fillField: '填哪一项',
  fillValue: '填什么',
  fillBlank: '只填空着的',
  fillAll: '全部改成这个',
  fillApply: (count: number) => (count === 0 ? '没有要改的' : `填写 ${grouped(count)} 个`),
  original: '原文件不会被改动',
  footerEmpty: '还没有文件',
  footerMeasuring: '检测完就知道还差什么',
  footerReady: '都齐了，可以打包',
  footerMissing: '还差：',
  footerUnit: '单位信息没填全',
  footerBad: (count: number) => `${grouped(count)} 个文件不合格`,
  footerIncomplete: (count: number) => `${grouped(count)} 个文件缺说明`,
  footerShort: (count: number) => `数量还少 ${grouped(count)} 个`,
  footerBoard: '看还差什么',
  closeDetails: '关闭',
} as const
