import type { FaultCode, FaultData, TemplateProblem } from '../faults.ts'
import type { CopyProblem } from '../project/copy-problem.ts'
import { unreadables } from './file-sentences.ts'
import { codeName } from './finding-names.ts'
import { formProblemSentence } from './form-problem-sentence.ts'
import { bytesText, grouped, namesText, placeText } from './measures.ts'
import { noticeProblemSentence } from './notice-problem-sentence.ts'
import { limitText, neededText, sizeText } from './size-text.ts'
import { systemReason } from './system-reason.ts'
import { tableProblemSentence } from './table-problem-sentence.ts'
import { unitProblemSentence } from './unit-problem-sentence.ts'

type FaultOf<C extends FaultCode> = Extract<FaultData, { code: C }>

const taskKinds: Readonly<Record<string, string>> = {
  media: '报文件的',
  table: '报清单的',
  record: '填申报表的',
}
const paperTroubles = {
  missing: '不在报送包的文件夹里',
  changed: '被别的程序改过，不能照着打印',
} as const
const changes = {
  vanished: '不见了',
  changed: '被改动过',
  unreadable: '读不出来了',
  locked: '正被别的程序占用',
} as const
/** What another folder does not mend as well as another name: the file itself stands in the way. */
const ofTheFile: readonly string[] = ['open-in-office', 'marked-read-only']

const planNames = { one: '一封邮件', split: '分几封邮件', big: '超大附件', disk: 'U盘' } as const

const templateProblems = {
  'other-format': '不是普通的 .xlsx 文件；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再选',
  encrypted: '加了打开密码；请去掉密码，另存一份再选',
  damaged: '打不开，可能已损坏；请向发通知的单位重新要一份，或用 Excel、WPS 打开另存一份再选',
  'too-large': '太大了，不像空白表；请删掉多余的内容和图片，另存一份再选',
  'no-header': '里没有找到清单的表头（活动名称、活动时间等）；请核对是不是这张表，表头有没有在隐藏的工作表里',
  'merged-rows': '表头下面的空行有上下合并的单元格，没法一行填一项活动；请取消合并，另存一份再选',
  unfillable: '填写后核对不上，没有使用；请用 Excel 或 WPS 打开，另存一份再选',
  'copy-missing': '的副本不见了或被改动过；请重新选择这张空白表',
} as const satisfies { readonly [P in TemplateProblem]: string }

const copyProblems = {
  archive:
    '不是报送项目文件，其实是压缩包或Word、Excel文件（可能改过名字）；请选“导出项目”得到的 .kepuri 文件',
  other: '不是报送项目文件；请选“导出项目”得到的 .kepuri 文件',
  damaged:
    '已损坏或没有传完整，没有打开，本机的报送没有受影响；请对方重新导出一份，用U盘或压缩后发送，不要用别的程序打开保存',
  'too-new': '是用更新的版本导出的，本版本打不开；请升级本软件，再打开一次',
  'too-large': '太大了，不像报送项目文件（里面不装照片和视频）；请选“导出项目”得到的 .kepuri 文件',
} as const satisfies { readonly [P in CopyProblem]: string }

/** A code behind the words that stand for it; alone only where there are none. */
const labelled = (code: string, label: string | undefined): string =>
  label === undefined ? `“${code}”` : `“${label}”（${code}）`

/** The first few of many problems in one line. */
function several<T>(problems: readonly T[], sentence: (problem: T) => string): string {
  const shown = problems.slice(0, 5).map(sentence).join('；')
  return problems.length > 5 ? `${shown}；还有 ${problems.length - 5} 处` : shown
}

/** The first few of many names in one line. */
const severalNames = (names: readonly string[]): string =>
  `${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`

const sentences = {
  cancelled: () => '已取消，可以重新开始',
  'bad-request': ({ operation, detail }) => `“${operation}”的写法不对：${detail}；请改正后再试`,
  internal: ({ reference }) =>
    `出错了，编号 ${reference}；请再试一次，还不行就把编号告诉维护人员，日志里有详情`,
  'engine-gone': () => '程序刚才中断了，正在重新启动；填好的内容没有丢，请再做一次这一步',
  'host-gone': () =>
    '报送助手已经重新启动过，这个网页不能再用了；请用程序显示的新地址打开，并核对最后填写的几处有没有存上',
  'not-found': ({ path }) => `找不到“${path}”；请看看名称有没有写错，U盘或共享文件夹有没有断开`,
  'not-readable': ({ path, reason }) => `读不了“${path}”：${systemReason(reason)}`,
  'not-on-disk': ({ names }) =>
    `${namesText(names)}不是这台电脑里的文件（例如从网页、邮件或聊天窗口里直接拖来的），没有添加；请先存到文件夹里，再从文件夹里拖进来`,
  'no-files': ({ paths, ignored }) =>
    `${namesText(paths)}里没有可以报送的文件${ignored > 0 ? `（略过系统文件 ${grouped(ignored)} 个）` : ''}；请换一个文件夹`,
  'places-unreadable': ({ places }) =>
    `有 ${places.length} 处读不了，没有打包：${several(places, ({ path, reason }) => `“${path}”${unreadables[reason]}`)}；请处理好或移走再试`,
  'tables-unread': ({ files }) =>
    `有 ${files.length} 个文件没有读出活动，没有写出清单：${several(
      files,
      ({ name, problem }) => `“${name}”（${problem ? tableProblemSentence(problem) : '没有认出清单的表头'}）`,
    )}；请处理好再试，不用的要写明`,
  'unit-invalid': ({ path, problems }) =>
    `单位信息“${path}”要改 ${problems.length} 处：${several(problems, unitProblemSentence)}`,
  'unit-unparsable': ({ path, detail, line, column }) => {
    // An English detail comes from the JSON reader: it is for the log.
    const told = /\p{Script=Han}/u.test(detail) ? detail : '写法不对'
    const what = line === undefined ? told : `${placeText(line, column)}写法不对`
    return `单位信息“${path}”读不懂：${what}；请检查引号、逗号和括号（都要用英文的），存成UTF-8编码`
  },
  'unit-class-unknown': ({ unitClass, known }) =>
    `单位类别“${unitClass}”不在通知里；请改成${namesText(known, 10)}中的一个`,
  'unit-needed': ({ task }) => `办理“${task}”要先填好单位信息：单位名称、类别、联系人、联系电话`,
  'notice-unknown': ({ notice, known }) => `没有“${notice}”这份通知；现有${namesText(known, 10)}`,
  'notice-invalid': ({ path, problems }) =>
    `通知规则“${path}”有 ${problems.length} 处错误，不能使用：${several(problems, noticeProblemSentence)}`,
  'task-unknown': ({ task, known }) => `通知里没有“${task}”这项任务；可以用${namesText(known, 10)}`,
  'task-of-other-kind': ({ task, kind, title }) =>
    `${labelled(task, title)}是${taskKinds[kind] ?? '另一种'}任务，不能这样办理；请换一项任务或换一种办法`,
  'form-invalid': ({ path, problems }) =>
    `表格“${path}”要改 ${problems.length} 处：${several(problems, formProblemSentence)}`,
  'template-unusable': ({ path, problem }) => `空白表“${path}”${templateProblems[problem]}`,
  'waiver-unknown': ({ finding }) => {
    const name = codeName(finding)
    return name === undefined
      ? `没有“${finding}”这个问题，不用说明原因；请核对写法，或去掉它`
      : `没有查出${labelled(finding, name)}这个问题，不用说明原因；请去掉它`
  },
  'waiver-refused': ({ finding, clause }) =>
    `${labelled(finding, codeName(finding))}不能靠说明原因保留（${clause}）；请改正文件或内容`,
  'declaration-unknown': ({ declaration, known }) =>
    `没有“${declaration}”这项声明；可以确认的有${namesText(known, 10)}`,
  'submission-has-errors': ({ errors }) =>
    `还有 ${grouped(errors)} 处不合格，没有打包；请改正，或逐项说明原因后保留`,
  'nothing-to-pack': () => '没有可以打包的内容；请先添加图片、视频或活动',
  'out-inside-source': ({ out, source }) =>
    `不能把做好的文件放进材料文件夹：“${out}”在“${source}”里面；请换一个文件夹`,
  'out-unwritable': ({ path, reason }) =>
    `“${path}”写不进去：${systemReason(reason)}；${ofTheFile.includes(reason) ? '或者换一个名称' : '请换一个文件夹'}`,
  'disk-full': ({ path, needed, free }) => {
    const figures = [
      needed !== undefined && `需要 ${neededText(needed)}`,
      free !== undefined && `剩余 ${sizeText(free)}`,
    ].filter(Boolean)
    return `“${path}”所在的磁盘空间不够${figures.length > 0 ? `（${figures.join('，')}）` : ''}；请清理出空间或换一个磁盘`
  },
  'source-changed': ({ path, change, more = [] }) => {
    const all = [change, ...more.map((one) => one.change)]
    const others =
      more.length > 0
        ? `，还有 ${grouped(more.length)} 个：${severalNames(more.map((one) => `“${one.path}”${changes[one.change]}`))}`
        : ''
    const advice = all.every((one) => one === 'locked')
      ? '请关掉正在使用的程序，等杀毒软件扫描完，再打包'
      : '请重新检查再打包'
    return `“${path}”检查之后${changes[change]}${others}，没有打包；${advice}`
  },
  'plan-unfit': ({ plan, bytes, limit, documents }) => {
    if (limit === 0) return `不知道${planNames[plan]}能发多大，没有打包；请换一种发送方式`
    if (documents)
      return `一封邮件连说明文档也装不下，没有打包：说明文档约 ${neededText(bytes)}，最多 ${limitText(limit)}；请把上限改大，或换一种发送方式`
    return `${planNames[plan]}装不下，没有打包：共约 ${neededText(bytes)}，最多 ${limitText(limit)}；请换一种发送方式`
  },
  'file-too-large-for-disk': ({ path, bytes, limit }) =>
    `“${path}”有 ${bytesText(bytes)}，这个磁盘的格式（FAT32）放不下超过 ${bytesText(limit)} 的文件；请换一个磁盘，或把它格式化成 exFAT 再用`,
  'attachment-unusable': ({ path, trouble }) =>
    `“${path}”${trouble === 'missing' ? '不在报送包的文件夹里' : '和打包时不一样了'}；请重新打包`,
  'package-broken': ({ path }) =>
    `“${path}”写好以后重新打开，和要报送的内容对不上，已经删除；可能是磁盘有毛病，请换一个磁盘再打包一次`,
  'package-not-recorded': ({ path, reason }) =>
    `打包已经完成，放在“${path}”，但没能记进这份报送：${systemReason(reason)}；请处理好再打包一次`,
  'paper-unusable': ({ path, trouble }) => `“${path}”${paperTroubles[trouble]}；请重新打包，会重新生成一份`,
  'project-unknown': ({ project }) =>
    `找不到这份报送（${project}），可能已经删除；请从首页重新打开或新建一份`,
  'project-changed-elsewhere': ({ project }) =>
    `这份报送（${project}）刚在另一个窗口里改过；请重新打开，再做这一步`,
  'project-too-new': ({ project }) => `这份报送（${project}）是用更新的版本做的，本版本打不开；请升级本软件`,
  'project-file-unusable': ({ path, problem }) => `“${path}”${copyProblems[problem]}`,
  'project-damaged': ({ project, path }) =>
    `这份报送（${project}）的记录已损坏，打不开；原样保存在“${path}”，请新建一份，原来的照片和视频没有受影响`,
} satisfies { readonly [C in FaultCode]: (fault: FaultOf<C>) => string }

/** Why an operation could not be done, in one line: what, where, and what to do. */
export function faultSentence(fault: FaultData): string {
  // The table pairs each code with its own data; the pairing is lost on a union.
  const sentence = sentences[fault.code] as (fault: FaultData) => string
  return sentence(fault)
}
