import { programName } from '../../shared/wording/program-name.ts'

/** The name that a bundle is proposed under: 科普日报送助手-诊断信息-20230820-1000.zip. */
export function bundleName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${programName}-诊断信息-${day}-${two(now.getHours())}${two(now.getMinutes())}.zip`
}

/** The page on top of a bundle: what is in it and what is not, so that a clerk can decide whom to give it to. */
export function explanation(troubles: readonly string[]): string {
  const lines = [
    `${programName}诊断信息`,
    '',
    '程序出问题时，把这个压缩包发给维护人员，可以帮他们查找原因。程序不会自己把它发出去。',
    '',
    '里面有：',
    '  logs/　　　　　　程序的运行日志。可能带有文件、文件夹的名称，出错时也可能带有题目等少量文字',
    '  versions.json　　程序、系统和各部件的版本，数据文件夹所在磁盘的剩余空间',
    '  notices.json　　 通知规则包的编号和版本',
    '  projects/　　　　每份报送的记录：有哪些文件（名称、大小）、填了几个字、打过哪些包',
    '  settings/　　　　窗口位置、报送包保存到哪里',
    '  data-files.txt　 数据文件夹里有哪些文件、多大',
    '  problems.txt　　 收集这些信息时读不出来的地方（没有就没有这个文件）',
    '',
    '里面没有：',
    '  照片、视频、缩略图和任何素材的内容',
    '  报送记录里填写的题目、简介、活动内容、邮件正文等文字，只记字数，写成〔23字〕',
    '  联系人全名：写成“王**”',
    '  电话、身份证号等七位以上的号码：只留最后两位，写成“*********78”；邮箱写成〔邮箱〕',
    '  本机用户名：个人文件夹写成 ~',
    '  密码：本程序从不索要密码',
    '',
    '单位名称、文件名是原样的（其中的号码也遮住）；介意的话，请先和维护人员商量再发。',
    ...(troubles.length > 0 ? ['', `有 ${troubles.length} 处没有收集到，见 problems.txt。`] : []),
  ]
  return windowsText(lines)
}

export const troublesText = (troubles: readonly string[]): string => windowsText(troubles)

/** For Windows' Notepad. */
const windowsText = (lines: readonly string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`
