import path from 'node:path'
import type { Mail } from '../../shared/packing/mail.ts'

/** The text file that lies beside the zips: one mail after the other, to be copied from. */
export const mailName = '邮件.txt'

/** The mails as a text file for Windows' Notepad: a byte order mark and CRLF. Attachments are named, not pathed. */
export function mailText(mails: readonly Mail[]): string {
  const blocks = mails.map((mail, index) =>
    [
      ...(mails.length > 1 ? [`========== 第${index + 1}封，共${mails.length}封 ==========`] : []),
      `收件人：${mail.to}`,
      `主　题：${mail.subject}`,
      mail.mandated ? '（主题格式由通知规定，请不要改动）' : '（通知没有规定主题，这是建议的写法）',
      `附　件：${mail.attachments.map((file) => path.basename(file)).join('、')}`,
      '',
      '正　文：',
      mail.body,
    ].join('\n'),
  )
  return `\uFEFF${blocks.join('\n\n\n').replaceAll('\n', '\r\n')}\r\n`
}

/** The SHA-256 that a mail's text states for the zip of that name; undefined when it states none. */
export function mailedChecksum(text: string, fileName: string): string | undefined {
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith(`${fileName}（`)) continue
    const match = /SHA-256：([0-9a-f]{64})/.exec(lines[index + 1] ?? '')
    if (match?.[1]) return match[1]
  }
  return undefined
}
