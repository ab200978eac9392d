import type { Bound } from '../../../shared/notice/bound.ts'
import { boundText, grouped } from '../../../shared/wording/measures.ts'

/** Sentences of the start, of the unit's particulars, and of the list of projects. */
export const words = {
  welcome: '第一次使用，先填报送单位',
  welcomeAdvice: '只填一次，以后自动带出。文件名、说明文档和邮件里都要用到。',
  howTitle: '三步完成报送',
  steps: [
    ['拖进来', '把装照片、视频的文件夹拖进窗口，逐个检查是不是合格。'],
    ['填说明', '题目、拍摄者、时间、地点、简介，能认出来的已经先填好。'],
    ['一键打包', '写好压缩包、说明文档和邮件，重新打开核对一遍，照着发出去。'],
  ],
  promise: '全程不联网；原文件不会被改动、改名或移动；填的内容随时存盘。',
  start: '开始报送',
  trySample: '用示例试一试',
  trySampleAdvice: '没有素材也可以先看看：装入一组示例照片和一个示例单位，试完可以删除。',
  done: '完成',
  unitClass: '单位类别',
  quota: (task: string, bound: Bound, measure: '个' | '项') =>
    // It is broken behind the task's title and nowhere else.
    `${task} ${boundText(bound, (value) => `${grouped(value)} ${measure}`).replaceAll(' ', '\u00a0')}`,
  unitName: '单位名称',
  unitNameHint: '全称，如：沈阳市科协',
  region: '地区',
  regionHint: '所在的市，如：沈阳市；没有可以不填',
  contact: '联系人',
  contactHint: '经办人姓名',
  phone: '联系电话',
  phoneHint: '手机，或带区号的座机，如：024-23221703',
  required: (label: string) => `请填写${label}`,
  chooseClass: '请选择单位类别',
  phoneUnreadable: '不像能拨通的号码，请核对',
  phoneWithoutAreaCode: '没有区号，外地打不通',
  projects: '全部报送',
  projectsAdvice: '每份报送各自保存。删除的可以请维护人员从数据文件夹找回。',
  newProject: '新建一份报送',
  exportProject: '导出项目…',
  exportOf: (name: string) => `导出项目“${name}”`,
  openFile: '打开项目文件…',
  openFileAdvice: '同事发来的、从另一台电脑带来的报送（.kepuri 文件），在这里打开，也可以拖进窗口。',
  copyAdvice:
    '“导出项目”把一份报送存成一个文件（.kepuri），可以交给同事或带到另一台电脑接着办。里面有联系人、电话和填写的全部文字，请只发给该看的人；不含照片、视频，要另外拷过去。',
  exported: (kind: 'desktop' | 'web') =>
    `项目文件已${kind === 'web' ? '下载' : '写好'}。里面有联系人和电话，请只发给该看的人；照片、视频要另外拷过去`,
  notExported: '项目没有导出',
  openingFile: '正在打开项目文件…',
  fileNotOpened: '项目文件没有打开',
  openedSame: '本机已有这份报送，内容一样，已经打开',
  openedNew: '已经打开，存成本机的一份报送',
  filesElsewhere: (count: number) => `有 ${grouped(count)} 个文件不在这台电脑上`,
  filesElsewhereAdvice:
    '项目文件里不装照片和视频。请把素材文件夹也拷到这台电脑，再打开任务，点一个读不到的文件，在右边点“找回文件…”，选那个文件夹：文件会按名称、大小和内容一次认回来，填好的说明都在。',
  differsTitle: '本机已有这份报送，内容不一样',
  differsAdvice: '项目文件和本机的这份是同一份报送，但填写的内容不同。请看哪一份是要接着办的：',
  sideHere: '本机这份',
  sideCopy: '项目文件里的',
  newer: '较新',
  differsHere: '打开本机这份',
  differsAnew: '把文件里的另存为新的报送',
  differsCancel: '取消',
  differsCare: '两份都不会被覆盖：另存以后“全部报送”里有两份，不要的可以删除。',
  open: '打开',
  remove: '删除',
  current: '正在办理',
  removeAsk: (name: string) => `删除“${name}”这份报送？`,
  removeAdvice: '只删除填写的内容和记录，照片、视频和打好的压缩包不会动。',
  unnamed: '还没填单位',
  changedAt: (time: string) => `上次修改 ${time}`,
  contents: (
    title: string,
    has: { readonly items: number; readonly rows: number; readonly packages: number },
  ) =>
    `${title} ${[
      has.items > 0 && `${grouped(has.items)} 个文件`,
      has.rows > 0 && `${grouped(has.rows)} 项活动`,
      has.packages > 0 && `打包 ${grouped(has.packages)} 次`,
    ]
      .filter(Boolean)
      .join('，')}`,
  empty: '还没有内容',
  cancel: '不删除',
  diagnostics: '导出诊断信息',
  diagnosticsAdvice:
    '程序出问题时发给维护人员用。不含照片、视频和填写的文字，电话号码已遮住；程序不会自己发出去',
  diagnosticsDone: (kind: 'desktop' | 'web') =>
    `诊断包已${kind === 'web' ? '下载' : '写好'}，请发给维护人员。里面的“说明.txt”写明有什么、没有什么`,
  diagnosticsFailed: '诊断信息没有导出',
} as const
