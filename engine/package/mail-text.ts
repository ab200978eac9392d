import path from 'node:path'
import type { Mail, WrittenPart } from '../../shared/packing/mail.ts'
import type { Task } from '../../shared/notice/task.ts'
import { mailWayText } from '../../shared/wording/sending-words.ts'

/** The text file that lies beside the zips: one mail after the other, to be copied from. */
export const mailName = '邮件.txt'

/**
 * The mails as a text file for Windows' Notepad: a byte order mark and CRLF. Attachments are named, not pathed, and it is
 * said of each how it goes out.
 *
 * @param parts the mails' parts, one for each
 * @param day of sending, `YYYY-MM-DD`
 */
export function mailText(
  mails: readonly Mail[],
  parts: readonly Pick<WrittenPart, 'fileName' | 'bytes' | 'way'>[],
  { task, day }: { readonly task: Task; readonly day: string },
): string {
  const blocks = mails.map((mail, index) => {
    const part = parts[index]
    return [
      ...(mails.length > 1 ? [`========== 第${index + 1}封，共${mails.length}封 ==========`] : []),
      `收件人：${mail.to}`,
      `主　题：${mail.subject}`,
      mail.mandated ? '（主题格式由通知规定，请不要改动）' : '（通知没有规定主题，这是建议的写法）',
      `附　件：${mail.attachments.map((file) => path.basename(file)).join('、') || '没有'}`,
      ...(part ? [`发　送：${mailWayText(part, task, day)}`] : []),
      '',
      '正　文：',
      mail.body,
    ].join('\n')
  })
  return `\uFEFF${blocks.join('\n\n\n').replaceAll('\n', '\r\n')}\r\n`
}

/** The SHA-256 that a mail's text states for the zip or folder of that name; undefined when it states none. */
export function mailedChecksum(text: string, fileName: string): string | undefined {
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    // Behind the name only its size: the name of a folder is how those of its parts begin.
    if (!line.startsWith(fileName) || !/^（[^（）]*）$/u.test(line.slice(fileName.length))) continue
    const match = /SHA-256：([0-9a-f]{64})/.exec(lines[index + 1] ?? '')
    if (match?.[1]) return match[1]
  }
  return undefined
}
