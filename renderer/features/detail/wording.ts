import { codeName } from '../../../shared/wording/finding-names.ts'
import type { Standing } from '../../../shared/notice/deadline.ts'
import type { Task } from '../../../shared/notice/task.ts'
import { dateText } from '../../../shared/wording/measures.ts'
import { timeLeftText } from '../../../shared/wording/time-left.ts'
import { kindNames } from '../../../shared/wording/kind-names.ts'
import type { Facts, MediaKind } from '../../../shared/facts.ts'
import type { ItemState } from '../../state/item-verdict.ts'
import type { Finding } from '../../../shared/findings.ts'
import type { FindingGroup } from '../../state/finding-groups.ts'
import type { Mend } from './mends.ts'

/** 张 for pictures, 个 for anything else. */
const measure = (kind: MediaKind | undefined): string => (kind === 'image' ? '张' : '个')

const reader = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' })

/** Sentences of the pane beside the grid. */
export const words = {
  pane: '详情',
  board: '还差什么',
  // Facts
  takenAt: (time: string) => `拍于 ${time}`,
  duration: (clock: string) => `时长 ${clock}`,
  pixels: (count: string) => `${count}像素`,
  tenThousands: (count: number) => `${count}万像素`,
  measuring: '正在检测这个文件…',
  noPicture: { image: '看不到缩略图', video: '看不到画面', other: '不是图片或视频' } as const,
  unreadable: '打不开这个文件',
  loadingPicture: '正在取缩略图…',
  enlarge: '看大图',
  play: '播放',
  // Name in the package
  newName: '打包时改名为',
  newNameShort: '名字太长，已截短',
  newNameNumbered: '与别的文件重名，已加编号',
  newNameReplaced: (characters: readonly string[]) => `${characters.join(' ')} 不能用在文件名里，已换掉`,
  staysOut: '这个文件不会装进报送包',
  // Findings
  findings: '检查结果',
  sound: '合格，可以报送',
  howTo: '怎么办',
  notice: '通知原文',
  reading: '按我们的理解',
  notSaid: '通知没有明说，这是我们对这句话的理解。',
  mended: '改好了',
  missingTitle: '还没填：',
  waiveUnknown: '填不出来，说明原因',
  waiveWhich: '哪一项填不出来？',
  waiveField: (label: string) => `“${label}”填不出来，不填也报送：`,
  allWritten: '都填好了',
  rewrite: '去改',
  replace: (kind: MediaKind | undefined) => `换一${measure(kind)}…`,
  remove: '移除',
  removeThis: (kind: MediaKind | undefined) => `移除这一${measure(kind)}`,
  look: (kind: MediaKind | undefined) => `看看另一${measure(kind)}`,
  thisOne: (kind: MediaKind | undefined) => `这一${measure(kind)}`,
  otherOne: (kind: MediaKind | undefined) => `另一${measure(kind)}`,
  again: '重新检测',
  relocate: '找回文件…',
  addFolder: '添加文件夹…',
  unit: '去改单位信息',
  waive: '说明原因保留',
  waiveWhy: '为什么保留？会写进说明文档和邮件',
  waiveQuick: ['已电话请示联系人同意', '没有更好的原件，内容重要', '情况属实，已核对'] as const,
  waiveQuickRow: ['已电话请示联系人同意', '情况属实，已核对'] as const,
  waiveSave: '保存原因',
  cancel: '取消',
  waivedCount: (count: number) => `已说明原因保留 ${count} 处`,
  waivedBecause: (reason: string) => `原因：${reason}`,
  unwaive: '撤回',
  unwaiveAll: '撤回（对所有文件）',
  unwaiveAllRows: '撤回（对所有行）',
  // What came of it
  replaced: '换好了，您写的文字都带过来了；按 Ctrl+Z 可以撤销',
  replacedByFirst: (name: string, others: number) =>
    `换成了“${name}”，您写的文字都带过来了；选的另外 ${others} 个也加进了列表`,
  replaceKnown: '选的文件已经在清单里了，没有换',
  found: (found: number, missing: number) =>
    [
      found > 0 ? `找回了 ${found} 个文件` : '这个文件夹里没有找到',
      missing > 0 && `还有 ${missing} 个没有找到，可以再到别的文件夹里找`,
    ]
      .filter(Boolean)
      .join('，'),
  filled: (count: number) => `填好了 ${count} 个文件`,
  // Form
  form: '说明文字',
  counts: (count: number, most: string, characters: number) => `字数 ${count}${most} · 字符 ${characters}`,
  prompts: '写清楚：',
  please: '请填写',
  // Ways
  previousProblem: '上一个有问题的',
  nextProblem: '下一个有问题的',
  previousShort: '上一个',
  previousProblemKey: '上一个有问题的文件（Shift+F8）',
  nextProblemKey: '下一个有问题的文件（F8）',
  problems: (count: number) => `有问题的文件 ${count} 个`,
  backToBoard: '看还差什么',
  // Preview
  previous: '上一个（←）',
  next: '下一个（→）',
  close: '关闭（Esc）',
  actualSize: '看原大小',
  fitWindow: '缩到窗口大小',
  place: (index: number, total: number) => `第 ${index} 个，共 ${total} 个`,
  loadingLarge: '正在打开大图…',
  noPreview: '这种格式的图片，本软件里看不了大图，先看小图；文件本身不受影响。',
  noVideo: '这个视频在本软件里放不出来（编码不支持），请用电脑上的播放器看；文件本身不受影响。',
  noFile: '打不开这个文件，可能已经损坏、被移动或删除。',
  // Several
  chosen: (count: number) => `选中 ${count} 个文件`,
  chosenSize: (size: string) => `共 ${size}`,
  states: {
    bad: '不合格',
    incomplete: '缺说明',
    doubtful: '请核对',
    fine: '合格',
    'left-out': '不报送',
  } as const satisfies Record<ItemState, string>,
  common: '这些文件的问题',
  files: (count: number) => `${count} 个`,
  rows: (count: number) => `${count} 行`,
  fillTitle: (name: string) => `把第一个（${name}）的文字填给其余`,
  fillAll: (title: string | undefined) => (title === undefined ? '以上都填给其余' : `除${title}外都填给其余`),
  fillOne: '填给其余',
  fillOneLabel: (label: string) => `把${label}填给其余`,
  blankOnly: '只填空着的，不改写好的',
  nothingToFill: '第一个文件还没有填文字。先填好它，就能一次填给其余。',
  removeChosen: (count: number) => `移除所选 ${count} 个`,
  clearChosen: '取消选择',
  // Board
  lastDay: '今天截止',
  overdue: (days: number) => `已过截止日 ${days} 天`,
  deadline: (date: string, time: string | undefined) =>
    `${dateText(date)}${time ?? ''}（${reader.format(new Date(`${date}T00:00:00Z`))}）截止`,
  unitMissing: (labels: readonly string[]) => `单位信息还没填全：${labels.join('、')}`,
  unitWhy: '文件名、邮件和说明文档都要用。',
  unitEdit: '去填单位信息',
  unitLabels: { name: '单位名称', class: '单位类别', contact: '联系人', phone: '联系电话' } as const,
  quotaHave: (have: number, measureWord: string) => `已有 ${have} ${measureWord}`,
  quotaNeed: (unitClass: string, bound: string) => `${unitClass}要求${bound}`,
  quotaMet: '数量够了',
  quotaShort: (short: number, measureWord: string) => `还差 ${short} ${measureWord}`,
  nothingYet: '还没有添加照片和视频',
  nothingYetAdvice: '把整个文件夹拖进这个窗口就行，也可以点上面的“添加”。',
  nothingRows: '还没有活动',
  nothingRowsAdvice: '把各单位报来的表格拖进这个窗口就行，也可以点左边的按钮。',
  measuringSome: (done: number, total: number) => `正在检测 ${done}／${total}，结果会陆续出来`,
  judging: '正在检查…',
  ready: '都齐了，可以打包',
  readyWith: (counts: string) => `${counts}，都符合通知要求。`,
  readyBut: (counts: string) => `${counts}。下面几处请再看一眼，确认没问题就可以打包。`,
  mustMend: '必须改',
  writeTexts: '点这里只看这些文件，在表格里或右边逐项填上。',
  writeCells: '点这里只看这些行，在表格里填上。',
  waivedFiles: (count: number) => `另有 ${count} 处已说明原因保留`,
  toCheck: '请核对',
  noted: (count: number) => `另有 ${count} 类说明，不用处理`,
  showAll: '正在只看这些文件，再点一次看全部',
  showAllRows: '正在只看这些行，再点一次看全部',
  declarations: '打包前请确认',
  declarationsWhy: '通知要求做到下面几条。请逐张看过、核实过再打勾；有一条没打勾就不能打包。',
  declarationMissing: '还没有确认',
} as const

/** What a button says that mends a finding. */
export function mendLabel(mend: Mend, { code }: Finding, kind: MediaKind | undefined): string {
  switch (mend) {
    case 'write':
      return words.rewrite
    case 'replace':
      return words.replace(kind)
    case 'remove':
      return code === 'same-file' || code === 'similar-picture' ? words.removeThis(kind) : words.remove
    case 'look':
      return words.look(kind)
    case 'again':
      return words.again
    case 'relocate':
      return words.relocate
    case 'unit':
      return words.unit
    case 'add':
      return words.addFolder
  }
}

/** How near the deadline is, where its date stands below: 还剩 6 天, 今天截止, 已过截止日 2 天. */
export function deadlineText(standing: Standing): string {
  if (standing.state === 'today') return words.lastDay
  return standing.days < 0 ? words.overdue(-standing.days) : timeLeftText(standing)
}

/** Why the large picture cannot be shown. */
export const unseenText = (facts: Facts | undefined): string =>
  facts?.condition.state === 'unreadable' || facts?.condition.state === 'damaged'
    ? words.noFile
    : facts?.kind === 'video'
      ? words.noVideo
      : words.noPreview

/** What a group is called: by its one name, else by what its names have in common. */
export const groupTitle = (
  { names, code }: Pick<FindingGroup, 'names'> & { readonly code: string },
  kind: Task['kind'] = 'media',
): string =>
  names.length === 1 && names[0]
    ? names[0].name
    : code === 'text-missing'
      ? kind === 'table'
        ? '有的格没有填'
        : '说明没有填全'
      : (codeName(code) ?? '')

/** The names within a group, where there are several: 简介 3、拍摄地点 2. */
export const groupDetail = ({ names, code }: FindingGroup): string => {
  if (names.length === 1) return ''
  const short = (name: string) => (code === 'text-missing' ? name.replace(/没有填$/, '') : name)
  return names.map(({ name, count }) => `${short(name)} ${count}`).join('、')
}

/** A picture as readers hear it. */
export const pictureLabel = (kind: MediaKind | undefined, name: string): string =>
  `${kind === 'video' ? words.play : words.enlarge}：${kindNames[kind ?? 'other']} ${name}`
