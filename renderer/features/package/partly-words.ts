import type { PackageRecord } from '../../../shared/project/document.ts'
import { grouped } from '../../../shared/wording/measures.ts'
import { sentMails } from './package-contents.ts'
import type { Successor } from './partly-sent.ts'
import { words } from './send-words.ts'

/**
 * Of an earlier package not all mails were sent: 第 1 次只发了第 1 封，还有 3 封没发；这次的 4 封都要重新发.
 *
 * @param ordinal of the earlier package, as it is counted where this stands
 * @param now how many mails there are this time; 0 where it is not known
 */
export function partlyText(ordinal: number, earlier: PackageRecord, now: number): string {
  const { mails } = earlier.result
  const sent = mails.flatMap((_, index) => (earlier.sent[String(index)] === undefined ? [] : [index + 1]))
  const before = `第 ${ordinal} 次只发了${mailsText(sent)}，还有 ${grouped(mails.length - sentMails(earlier))} 封没发`
  if (now === 0) return before
  return `${before}；${now === 1 ? '这次合成 1 封，要重新发' : `这次的 ${grouped(now)} 封都要重新发`}`
}

/** Which mails: 第 1 封, 第 1、3 封, 第 1 至 5 封; of more that do not follow each other only how many. */
function mailsText(numbers: readonly number[]): string {
  const [first = 0] = numbers
  const last = numbers.at(-1) ?? first
  if (numbers.length > 2 && last - first === numbers.length - 1) return `第 ${first} 至 ${last} 封`
  return numbers.length > 4 ? ` ${grouped(numbers.length)} 封` : `第 ${numbers.join('、')} 封`
}

/** What came after a package: 已被第 2 次替换 only when something of it was sent. */
export const successorText = ({ version, replaces }: Successor): string =>
  replaces ? words.replacedBy(version) : words.followedBy(version)
