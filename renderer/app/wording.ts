import { dateText } from '../../shared/wording/measures.ts'
import { programName } from '../../shared/wording/program-name.ts'
import type { TaskStanding } from '../state/task-standing.ts'

/** Sentences of the window's frame. */
export const words = {
  app: programName,
  opening: '正在打开…',
  bugTitle: '窗口出错了',
  bugAdvice: '存过盘的内容没有丢，最后写的几个字可能要补。请点“重新打开”；还不行就把下面的文字发给维护人员。',
  reload: '重新打开',
  retry: '再试一次',
  tasks: '报送任务',
  notStarted: '未开始',
  missing: (count: number) => `还差 ${count} 处`,
  measuring: '检测中',
  ready: '可以打包',
  packed: '待发送',
  sentOf: (sent: number, mails: number) => `已发 ${sent}／${mails}`,
  sent: '已发送',
  changed: '打包后改过',
  unitMissing: '请填写单位信息',
  editUnit: '修改',
  unitTitle: '报送单位',
  projects: '全部报送',
  dropHere: (task: string) => `松开鼠标，加入“${task}”`,
  dropAdvice: '可以是整个文件夹，也可以一次拖多个文件。原文件不会被改动、改名或移动。',
  dropBusy: '正在添加上一批文件，请等它添加完再拖进来',
  dropTables: '松开鼠标，读取这些表格',
  dropTablesAdvice: '可以一次拖很多文件，也可以是整个文件夹。Excel、WPS 表格、CSV、Word 里的表格都能读。',
  dropBusyTables: '正在读取上一批表格，请等它读完再拖进来',
  dropImporting: '请先把眼前这批表格导入，再拖新的进来',
  tablesRead: '表格读好了，请核对后导入。',
  seeTables: '去看',
  dropNoFiles: '这项任务不收照片和视频',
  added: (count: number, known: number, ignored: number) =>
    [
      count > 0 ? `添加了 ${count} 个文件` : '没有新的文件',
      known > 0 && `${known} 个已经在列表里`,
      ignored > 0 && `略过系统文件 ${ignored} 个`,
    ]
      .filter(Boolean)
      .join('，'),
  someUnread: (count: number) => `有 ${count} 处读不了，没有加进来`,
  addFailed: '没有添加',
  judgeFailed: '检查程序出错了，检查结果可能不是最新的。填的内容仍在存盘；请重新打开窗口。',
  sample: '这是示例，供试用，请不要发送。',
  endSample: '删除示例，开始正式报送',
  engineGone: '程序刚才中断了，正在重新启动。填好的内容都在，会自动存上。',
  refused: '刚才这一步没有做成，已经退回原样',
  engineBack: '程序已恢复，内容都存好了。',
  notSaved: '刚才的修改还没有存上，正在重试：',
  endedTitle: '这份报送已在另一个窗口继续',
  endedAdvice: '为免互相覆盖，这个窗口停下来了。想在这里接着做，请点“在这里打开”。',
  openHere: '在这里打开',
  elsewhereTitle: '这份报送正在另一个窗口里打开着',
  elsewhereAdvice: '请回到那个窗口继续；也可以在这里打开，那边会先存好再停下来。',
  unsavedTitle: '还有修改没有存上',
  unsavedAdvice: '现在离开，刚才的修改就没有了。请先看看磁盘是不是满了，或者等程序恢复。',
  unsavedStay: '返回，继续存',
  unsavedLeave: '仍然离开',
  carried: (count: number) => `已把刚才没存上的 ${count} 处修改写进来`,
  packingCut: '刚才的打包没有做完',
  packingCutAdvice: '什么也没有留下，填好的内容都在；可以重新打包。',
  asideTitle: '有一份报送的记录损坏了',
  unopenable: '有一份报送打不开',
  asideAdvice: (path: string) => `已原样保存在 ${path}，照片和视频没有受影响。`,
  deadlineOn: (date: string, time: string | undefined) =>
    `${dateText(date).replace(/^\d+年/, '')}${time ? ` ${time}` : ''}截止`,
} as const

/** A task's standing in a word or two. */
export function standingText(standing: TaskStanding): string {
  switch (standing.state) {
    case 'untouched':
      return words.notStarted
    case 'measuring':
      return words.measuring
    case 'missing':
      return words.missing(standing.count)
    case 'ready':
      return words.ready
    case 'packed':
      return standing.sent > 0 ? words.sentOf(standing.sent, standing.mails) : words.packed
    case 'sent':
      return words.sent
    case 'changed':
      return words.changed
  }
}
